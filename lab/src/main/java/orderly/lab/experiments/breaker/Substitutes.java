package orderly.lab.experiments.breaker;

import orderly.lab.experiments.Finding;
import orderly.lab.load.Samples;

/** What the edge answers in place of a dead service. */
record Substitutes(Samples asked) {

	/** Longest that half of them may take: a healthy answer takes a tenth of it. */
	static final int AT_ONCE_MS = 100;

	Finding areMostAndQuick() {
		Samples degraded = asked.where(sample -> "degraded".equals(sample.answer().problem()));
		double median = degraded.percentile(50);
		return new Finding("at the edge the stock of a dead inventory is answered for at once",
				2 * degraded.count() > asked.count() && median <= AT_ONCE_MS,
				"%d of %d answers are degraded, half within %.0f ms".formatted(degraded.count(), asked.count(),
						median));
	}

}
