package orderly.lab.experiments;

import java.util.List;

/**
 * What an experiment says about its claim; the exit code of {@code try} says the same.
 */
public sealed interface Verdict {

	int exit();

	/** The claim holds. */
	record Holds() implements Verdict {

		@Override
		public int exit() {
			return 0;
		}

	}

	/** The claim was measured and is wrong. */
	record Refuted(List<String> because) implements Verdict {

		@Override
		public int exit() {
			return 1;
		}

	}

	/** Nothing is known about the claim. */
	record NotMeasured(String because) implements Verdict {

		@Override
		public int exit() {
			return 2;
		}

	}

	/** All must hold; without any finding nothing was measured. */
	static Verdict of(List<Finding> findings) {
		if (findings.isEmpty()) {
			return new NotMeasured("It checked nothing.");
		}
		List<String> broken = findings.stream().filter(finding -> !finding.held()).map(Finding::toString).toList();
		return broken.isEmpty() ? new Holds() : new Refuted(broken);
	}

}
