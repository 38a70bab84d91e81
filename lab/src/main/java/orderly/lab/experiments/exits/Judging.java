package orderly.lab.experiments.exits;

import java.util.List;
import java.util.stream.Stream;

import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Verdict;

/** No call may fail with the pattern, and without it at least one must. */
final class Judging {

	private Judging() {
	}

	static Verdict of(Measured off, Measured on, List<Kind> kinds) {
		return (off == Measured.NOTHING) ? Verdict.of(on.findings())
				: Verdict.of(Stream.concat(on.findings().stream(), Stream.of(someFail(off, kinds))).toList());
	}

	/** Where nothing failed, nothing was put to the test. */
	private static Finding someFail(Measured off, List<Kind> kinds) {
		double failed = kinds.stream().mapToDouble(kind -> off.number(kind.failedNumber())).sum();
		return new Finding("without the pattern calls fail", failed >= 1, "%.0f failed".formatted(failed));
	}

}
