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

	@Parameters(paramLabel = "SERVICE[#N]",
			description = "A process as ./orderly status names it: order-service, order-service#2.")
	@SuppressWarnings("NullAway.Init")
	private String process;

	Act(Home home, String done) {
		this.home = home;
		this.done = done;
	}

	@Override
	public Integer call() {
		Control control = Control.of(this.home);
		long begin = System.nanoTime();
		act(control, this.process);
		double seconds = (System.nanoTime() - begin) / 1e9;
		this.spec.commandLine().getOut().println("%s %s after %.1f s.".formatted(this.process, this.done, seconds));
		return Exit.OK;
	}

	abstract void act(Control control, String name);

}
