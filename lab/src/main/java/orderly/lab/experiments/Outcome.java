package orderly.lab.experiments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import orderly.lab.LabException;

/** One run of an experiment, from its phases to its verdict. */
record Outcome(Verdict verdict, Measured off, Measured on, Instant started, double seconds) {

	/**
	 * Runs both phases; what prevents the measuring is a verdict of its own, never a
	 * stack trace.
	 */
	static Outcome of(Experiment experiment, Lab lab) {
		Instant started = Instant.now();
		try {
			requireMemory(experiment);
			Measured off = experiment.off(lab);
			Measured on = experiment.on(lab);
			return new Outcome(experiment.verdict(off, on), off, on, started, since(started));
		}
		catch (NotMeasuredException | LabException e) {
			Verdict verdict = new Verdict.NotMeasured(String.valueOf(e.getMessage()));
			return new Outcome(verdict, Measured.NOTHING, Measured.NOTHING, started, since(started));
		}
	}

	List<Plot> plots() {
		return Stream.concat(off.plots().stream(), on.plots().stream()).toList();
	}

	private static void requireMemory(Experiment experiment) {
		long free = Machine.availableMegabytes();
		if (free < experiment.memoryMegabytes()) {
			throw new NotMeasuredException("It needs %d MB of free memory; this machine has %d MB."
				.formatted(experiment.memoryMegabytes(), free));
		}
	}

	private static double since(Instant started) {
		return Duration.between(started, Instant.now()).toMillis() / 1000.0;
	}

}
