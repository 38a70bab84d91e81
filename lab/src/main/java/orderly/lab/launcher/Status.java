package orderly.lab.launcher;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;

import orderly.lab.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what runs. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Say what runs and how it is.",
		footer = { "", "Example: ./orderly status --json" })
class Status implements Callable<Integer> {

	private final Home home;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	Status(Home home) {
		this.home = home;
	}

	@Override
	public Integer call() {
		PrintWriter out = this.spec.commandLine().getOut();
		Optional<RunState> state = RunState.find(this.home);
		state.ifPresentOrElse((running) -> print(running, out),
				() -> out.println("Nothing runs here. Start the system with: ./orderly up"));
		return state.isPresent() ? Exit.OK : Exit.NOT_RUNNING;
	}

	private static void print(RunState state, PrintWriter out) {
		state.processes().forEach((child) -> out.println(child.name() + " " + child.state()));
	}

}
