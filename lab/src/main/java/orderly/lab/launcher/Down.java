package orderly.lab.launcher;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import orderly.lab.Exit;
import orderly.lab.LabException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends everything, also what a killed supervisor left behind. */
@Command(name = "down", mixinStandardHelpOptions = true,
		description = "End everything in reverse order; the data stays for the next up.",
		footer = { "", "Example: ./orderly down" })
class Down implements Callable<Integer> {

	private final Home home;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	Down(Home home) {
		this.home = home;
	}

	@Override
	public Integer call() {
		Optional<RunState> running = RunState.find(this.home);
		if (running.isPresent()) {
			end(running.get());
		}
		else {
			endLeftovers();
		}
		return Exit.OK;
	}

	private void end(RunState state) {
		LogFollower log = LogFollower.fromEnd(state.logs().resolve("supervisor.log"));
		try {
			Control.of(this.home).down();
		}
		catch (LabException ex) {
			state.supervisor().find().ifPresent(ProcessHandle::destroy); // it hears
																			// signals,
																			// too
		}
		while (state.supervisor().isAlive()) {
			log.poll(out()::println);
			Readiness.pause();
		}
		log.poll(out()::println);
		Leftovers.end(this.home);
	}

	private void endLeftovers() {
		List<String> ended = Leftovers.end(this.home);
		out().println(ended.isEmpty() ? "Nothing runs here."
				: "The supervisor was gone; ended what it had left: " + String.join(", ", ended) + ".");
	}

	private PrintWriter out() {
		return this.spec.commandLine().getOut();
	}

}
