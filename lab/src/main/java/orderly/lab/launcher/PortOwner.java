package orderly.lab.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the process that listens on a port: by /proc on Linux, by lsof elsewhere. An
 * empty answer means that nobody may tell us.
 */
final class PortOwner {

	/** State of a listening socket in /proc/net/tcp. */
	private static final String LISTEN = "0A";

	private PortOwner() {
	}

	static Optional<ProcessHandle> of(int port) {
		try {
			return Files.exists(Path.of("/proc/net/tcp")) ? byProc(port) : byLsof(port);
		}
		catch (IOException | InterruptedException ex) {
			return Optional.empty();
		}
	}

	private static Optional<ProcessHandle> byProc(int port) throws IOException {
		for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
			Optional<String> inode = Files.exists(Path.of(table)) ? listener(Files.readAllLines(Path.of(table)), port)
					: Optional.empty();
			if (inode.isPresent()) {
				return ProcessHandle.allProcesses().filter(holds("socket:[" + inode.get() + "]")).findFirst();
			}
		}
		return Optional.empty();
	}

	/**
	 * {@return the inode of the socket that listens on the port, from lines of
	 * /proc/net/tcp}
	 */
	static Optional<String> listener(List<String> table, int port) {
		String suffix = String.format(Locale.ROOT, ":%04X", port);
		return table.stream()
			.map((line) -> line.strip().split("\\s+"))
			.filter((column) -> column.length > 9 && column[1].endsWith(suffix) && column[3].equals(LISTEN))
			.map((column) -> column[9])
			.findFirst();
	}

	private static Predicate<ProcessHandle> holds(String socket) {
		return (process) -> {
			try (Stream<Path> files = Files.list(Path.of("/proc", "" + process.pid(), "fd"))) {
				return files.anyMatch((file) -> pointsTo(file, socket));
			}
			catch (IOException | RuntimeException ex) {
				return false; // gone by now, or another user's
			}
		};
	}

	private static boolean pointsTo(Path file, String target) {
		try {
			return Files.readSymbolicLink(file).toString().equals(target);
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static Optional<ProcessHandle> byLsof(int port) throws IOException, InterruptedException {
		Process lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN").start();
		if (!lsof.waitFor(5, TimeUnit.SECONDS)) {
			lsof.destroyForcibly();
			return Optional.empty();
		}
		return lsof.inputReader().lines().findFirst().flatMap((pid) -> ProcessHandle.of(Long.parseLong(pid.strip())));
	}

}
