package orderly.lab.launcher;

import java.util.concurrent.Callable;

import orderly.lab.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A word that breaks or mends one process. */
@Command(mixinStandardHelpOptions = true)
abstract class Act implements Callable<Integer> {

	private final Home home;

	private final String done;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Parameters(paramLabel = "SERVICE", description = "A process as ./orderly status names it.")
	@SuppressWarnings("NullAway.Init")
	private String service;

	Act(Home home, String done) {
		this.home = home;
		this.done = done;
	}

	@Override
	public Integer call() {
		RunState state = RunState.require(this.home);
		String name = state.process(this.service).name();
		long begin = System.nanoTime();
		act(this.home, state, name);
		double seconds = (System.nanoTime() - begin) / 1e9;
		this.spec.commandLine().getOut().println("%s %s after %.1f s.".formatted(name, this.done, seconds));
		return Exit.OK;
	}

	abstract void act(Home home, RunState state, String name);

	@Command(name = "kill", description = "End a process as kill -9 does: it finishes nothing.",
			footer = { "", "Example: ./orderly kill inventory-service" })
	static class Kill extends Act {

		Kill(Home home) {
			super(home, "was killed");
		}

		@Override
		void act(Home home, RunState state, String name) {
			Control.of(home).kill(name);
		}

	}

	@Command(name = "start", description = "Start a process that was killed or died.",
			footer = { "", "Example: ./orderly start inventory-service" })
	static class Start extends Act {

		Start(Home home) {
			super(home, "serves");
		}

		@Override
		void act(Home home, RunState state, String name) {
			Control.of(home).start(name);
		}

	}

	@Command(name = "restart", description = "Build what changed, then replace a process.",
			footer = { "", "Example: ./orderly restart order-service" })
	static class Restart extends Act {

		Restart(Home home) {
			super(home, "serves again");
		}

		@Override
		void act(Home home, RunState state, String name) {
			Builds.refresh(home,
					new Topology(state.portOffset()).parts()
						.stream()
						.filter((part) -> part.name().equals(name))
						.toList());
			Control.of(home).restart(name);
		}

	}

}
