package orderly.lab.experiments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import orderly.lab.plots.Plot;

/**
 * One run of an experiment, from its phases to its verdict.
 *
 * @param without the pattern that it had to do without
 */
record Outcome(Verdict verdict, Measured off, Measured on, Instant started, double seconds, Optional<String> without) {

	/** The pictures; a run without a pattern is a control, not shown to anybody. */
	List<Plot> plots() {
		return without.isPresent() ? List.of() : Stream.concat(off.plots().stream(), on.plots().stream()).toList();
	}

}
