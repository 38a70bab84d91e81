package orderly.lab.launcher;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is added to every port. */
class PortOffset {

	/** The highest port of {@link Topology} is 19093, and there is none above 65535. */
	static final int MOST = 46_000;

	private int value;

	@Spec(Spec.Target.MIXEE)
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Option(names = "--port-offset", paramLabel = "N", defaultValue = "0",
			description = "Add N, 0 to " + MOST + ", to every port, so that two systems can run on one machine.")
	void set(int offset) {
		if (offset < 0 || offset > MOST) {
			throw new ParameterException(this.spec.commandLine(),
					"With --port-offset %d there are no such ports; say 0 to %d.".formatted(offset, MOST));
		}
		this.value = offset;
	}

	int value() {
		return this.value;
	}

}
