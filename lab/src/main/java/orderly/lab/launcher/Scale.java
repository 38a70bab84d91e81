package orderly.lab.launcher;

import java.util.Map;
import java.util.concurrent.Callable;

import orderly.lab.Exit;
import orderly.lab.LabException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs services in more or fewer processes. */
@Command(name = "scale", mixinStandardHelpOptions = true,
		description = { "Run a service in so many processes, 1 to 9; return when the gateway reaches each new one.",
				"Ports are 10 apart: order-service 8081, order-service#2 8091." },
		footer = { "", "Example: ./orderly scale order-service=3" })
class Scale implements Callable<Integer> {

	private final Home home;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Parameters(paramLabel = "SERVICE=N", arity = "1..*", description = "A service and how many of it.")
	@SuppressWarnings("NullAway.Init")
	private Map<String, Integer> wanted;

	Scale(Home home) {
		this.home = home;
	}

	@Override
	public Integer call() {
		// a wrong name refuses all of them, before any is scaled
		this.wanted.keySet().forEach(Scale::requireService);
		Control control = Control.of(this.home);
		this.wanted.forEach((service, instances) -> scale(control, service, instances));
		return Exit.OK;
	}

	private static void requireService(String service) {
		Part part = Part.named(service, new Topology(0).all());
		if (!service.equals(part.module())) {
			throw new LabException(Exit.USAGE,
					"%s is one process; write %s=N for how many there are to be.".formatted(service, part.module()),
					null);
		}
	}

	private void scale(Control control, String service, int instances) {
		long begin = System.nanoTime();
		control.scale(service, instances);
		double seconds = (System.nanoTime() - begin) / 1e9;
		this.spec.commandLine()
			.getOut()
			.println("%s runs in %d after %.1f s: %s.".formatted(service, instances, seconds,
					String.join(", ", RunState.require(this.home).instances(service))));
	}

}
