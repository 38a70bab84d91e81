package orderly.lab.launcher;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import orderly.lab.LabException;

/** The supervisor's process, as the command that started it sees it. */
class Background {

	private final Process process;

	private final LogFollower log;

	private Background(Process process, LogFollower log) {
		this.process = process;
		this.log = log;
	}

	/**
	 * Starts a supervisor.
	 * @param attached whether it ends when this process does
	 */
	static Background start(Home home, int portOffset, Wishes wishes, boolean attached) {
		Path log = home.logs().resolve("supervisor.log");
		ProcessBuilder builder = new ProcessBuilder(command(home, portOffset, wishes, attached))
			.directory(home.state().toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		try {
			Process process = attached ? builder.start() : withoutInput(builder).start();
			return new Background(process, LogFollower.fromBegin(log));
		}
		catch (IOException ex) {
			throw new LabException("Cannot start the supervisor: " + ex.getMessage(), ex);
		}
	}

	Process process() {
		return this.process;
	}

	/** Hands on what the supervisor printed since the last call. */
	synchronized void print(Consumer<String> lines) {
		this.log.poll(lines);
	}

	/** Lets an attached supervisor end everything, and returns when it has. */
	void end() {
		try {
			this.process.getOutputStream().close();
		}
		catch (IOException ex) {
			// It is ending already.
		}
		this.process.onExit().join();
	}

	private static ProcessBuilder withoutInput(ProcessBuilder builder) {
		boolean windows = System.getProperty("os.name").startsWith("Windows");
		return builder.redirectInput(Redirect.from(new File(windows ? "NUL" : "/dev/null")));
	}

	private static List<String> command(Home home, int portOffset, Wishes wishes, boolean attached) {
		List<String> command = new ArrayList<>();
		inSessionOfItsOwn().ifPresent(command::add);
		command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-Xmx64m", "-XX:-UsePerfData", "-Dorderly.root=" + home.root(), "-cp",
				System.getProperty("java.class.path"), "orderly.lab.cli.Orderly", "supervise", "--port-offset",
				"" + portOffset));
		command.addAll(wishes.arguments());
		if (attached) {
			command.add("--attached");
		}
		return command;
	}

	/**
	 * Ctrl-C in a terminal reaches all processes of the command: ours end in order only
	 * when it does not reach them.
	 */
	private static Optional<String> inSessionOfItsOwn() {
		String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
		return Stream.of("setsid", "nohup")
			.flatMap((name) -> Stream.of(path.split(File.pathSeparator)).map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.map(Path::toString)
			.findFirst();
	}

}
