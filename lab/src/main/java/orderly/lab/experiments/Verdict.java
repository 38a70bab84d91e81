package orderly.lab.experiments;

import java.util.List;

/**
 * What an experiment says about its claim; the exit code of {@code try} says the same.
 */
public sealed interface Verdict {

	int exit();

	/** What was judged; nothing where nothing could be. */
	List<Finding> findings();

	/** The claim holds. */
	record Holds(List<Finding> findings) implements Verdict {

		@Override
		public int exit() {
			return 0;
		}

	}

	/** The claim was measured and is wrong. */
	record Refuted(List<Finding> findings) implements Verdict {

		List<String> because() {
			return findings.stream().filter(finding -> !finding.held()).map(Finding::toString).toList();
		}

		@Override
		public int exit() {
			return 1;
		}

	}

	/** Nothing is known about the claim. */
	record NotMeasured(String because) implements Verdict {

		@Override
		public List<Finding> findings() {
			return List.of();
		}

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
		return findings.stream().allMatch(Finding::held) ? new Holds(findings) : new Refuted(findings);
	}

}
