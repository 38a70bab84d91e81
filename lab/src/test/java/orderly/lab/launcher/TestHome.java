package orderly.lab.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import orderly.backing.ProcessMark;
import orderly.lab.Exit;
import orderly.lab.LabException;
import orderly.lab.launcher.RunState.Child;
import orderly.lab.launcher.RunState.ChildState;
import orderly.lab.launcher.RunState.Phase;
import picocli.CommandLine;

/** A home for one test: what runs there is what the test says, and words run there. */
final class TestHome {

	static final ProcessMark MYSELF = ProcessMark.of(ProcessHandle.current());

	/** One that had the test's number, and has ended. */
	static final ProcessMark ANOTHER = new ProcessMark(MYSELF.pid(), "another-time");

	private final StringWriter out = new StringWriter();

	private final Home home;

	TestHome(Path folder) {
		this.home = new Home(folder, folder.resolve("zustand äöü"));
	}

	/** One that the test itself stands for. */
	static Child ready(String name, int port) {
		return new Child(name, ChildState.READY, port, MYSELF);
	}

	Home home() {
		return this.home;
	}

	/** Writes that these run, and that the test is their supervisor. */
	void runs(Child... processes) {
		runs(0, processes);
	}

	void runs(int portOffset, Child... processes) {
		RunFile.write(this.home, new RunState(Phase.READY, Instant.EPOCH, portOffset, MYSELF, "http://127.0.0.1:1",
				"secret", this.home.logs(), List.of(processes)));
	}

	/** Runs a word. */
	int run(Function<Home, ?> word, String... arguments) {
		PrintWriter writer = new PrintWriter(this.out, true);
		return new CommandLine(word.apply(this.home)).setOut(writer)
			.setErr(writer)
			.setExecutionExceptionHandler((ex, line, result) -> {
				writer.println(ex.getMessage());
				return (ex instanceof LabException known) ? known.exit() : Exit.FAILED;
			})
			.execute(arguments);
	}

	/** All that words have printed. */
	String printed() {
		return this.out.toString();
	}

}
