package orderly.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts PostgreSQL where the kernel does not end a child with its parent, and stops it
 * when its own JVM ends, for which the watchdog sees. {@code pg_ctl} also drops the
 * rights of an administrator on Windows, with which the server would refuse to run.
 */
final class PostgresKeeper {

	private final String control;

	private final Path data;

	private final Path log;

	private PostgresKeeper(String control, Path data, Path log) {
		this.control = control;
		this.data = data;
		this.log = log;
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		PostgresKeeper keeper = new PostgresKeeper(arguments[0], Path.of(arguments[1]), Path.of(arguments[2]));
		Runtime.getRuntime().addShutdownHook(new Thread(keeper::stop));
		System.exit(keeper.start() ? keeper.awaitEnd() : 1);
	}

	/**
	 * The lock: a stop that comes during the start waits for it, else it would find
	 * nothing to stop.
	 */
	private synchronized boolean start() throws IOException, InterruptedException {
		return control("start", "-w", "-l", this.log.toString()) == 0;
	}

	private synchronized void stop() {
		try {
			control("stop", "-w", "-m", "fast");
		}
		catch (IOException ex) {
			System.err.println("PostgreSQL was not stopped: " + ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private int awaitEnd() throws IOException {
		String pid = Files.readAllLines(this.data.resolve("postmaster.pid")).getFirst().strip();
		ProcessHandle.of(Long.parseLong(pid)).ifPresent((server) -> server.onExit().join());
		return 0;
	}

	private int control(String... what) throws IOException, InterruptedException {
		List<String> command = new java.util.ArrayList<>(List.of(this.control, "-D", this.data.toString()));
		command.addAll(List.of(what));
		// Not our pipe: the server would inherit it.
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
			.start()
			.waitFor();
	}

}
