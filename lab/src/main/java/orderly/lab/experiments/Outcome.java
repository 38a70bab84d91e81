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

	/** What was judged; of a run that could not be judged, what its phases saw. */
	List<Finding> findings() {
		return (verdict instanceof Verdict.NotMeasured) ? seen().toList() : verdict.findings();
	}

	/** What was judged by comparing the phases, and so nobody was told yet. */
	List<Finding> comparisons() {
		List<Finding> told = seen().toList();
		return verdict.findings().stream().filter(finding -> !told.contains(finding)).toList();
	}

	private Stream<Finding> seen() {
		return Stream.concat(off.findings().stream(), on.findings().stream());
	}

	/** The pictures; a run without a pattern is a control, not shown to anybody. */
	List<Plot> plots() {
		return without.isPresent() ? List.of() : Stream.concat(off.plots().stream(), on.plots().stream()).toList();
	}

}
