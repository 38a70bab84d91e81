package orderly.lab.experiments.versioning;

import java.time.Duration;

import orderly.lab.experiments.Driver;
import orderly.lab.experiments.NotMeasuredException;
import orderly.lab.load.Load;
import orderly.lab.load.RunningLoad;
import orderly.lab.load.Samples;

/**
 * Version 1 has a release of its own, which is withdrawn and brought back while clients
 * of both versions go on.
 *
 * @param leaving when it was told to stop, since the loads began
 * @param gone when it was down
 * @param bringing when it began to come back
 * @param back when the gateway reached it again
 * @param end when the loads ended
 */
record Withdrawal(Samples v1, Samples v2, Duration leaving, Duration gone, Duration bringing, Duration back,
		Duration end) {

	static final String NEW = "order-service";

	static final String OLD = "order-service#2";

	static final int V2_PER_SECOND = 20;

	static final int V1_PER_SECOND = 5;

	// the loads end when the release is back; a start takes a minute on a busy machine
	private static final Duration AT_MOST = Duration.ofMinutes(3);

	private static final Duration BEFORE = Duration.ofSeconds(8);

	private static final Duration WITHOUT = Duration.ofSeconds(8);

	private static final Duration AFTER = Duration.ofSeconds(8);

	// a JVM that has just started is slow for its first some hundred calls
	private static final Duration WARM_UP = Duration.ofSeconds(10);

	private static final int WARM_UPS = 6;

	/** The releases stand side by side when this begins. */
	static Withdrawal run(Driver driver, Edge edge) {
		warmUp(edge);
		RunningLoad v2 = Load.at(V2_PER_SECOND).during(AT_MOST).start(edge.workIn(2));
		RunningLoad v1 = Load.at(V1_PER_SECOND).during(AT_MOST).start(edge.readsIn(1));
		v1.awaitElapsed(BEFORE);
		Duration leaving = v1.elapsed();
		driver.stop(OLD);
		Duration gone = v1.elapsed();
		v1.awaitElapsed(gone.plus(WITHOUT));
		Duration bringing = v1.elapsed();
		driver.start(OLD);
		Duration back = v1.elapsed();
		if (back.plus(AFTER).compareTo(AT_MOST) > 0) {
			throw new NotMeasuredException(
					"The old release was back after %d s only; is the machine busy?".formatted(back.toSeconds()));
		}
		v1.awaitElapsed(back.plus(AFTER));
		return new Withdrawal(v1.stop(), v2.stop(), leaving, gone, bringing, back, v1.elapsed());
	}

	/** What fails while nothing is withdrawn says nothing about the withdrawal. */
	private static void warmUp(Edge edge) {
		for (int i = 0; i < WARM_UPS; i++) {
			RunningLoad v2 = Load.at(V2_PER_SECOND).during(WARM_UP).start(edge.workIn(2));
			Samples v1 = Load.at(V1_PER_SECOND).during(WARM_UP).run(edge.readsIn(1));
			if (v1.failed().count() + v2.await().failed().count() == 0) {
				return;
			}
		}
		throw new NotMeasuredException("Calls fail here with both releases up; is the machine busy?");
	}

	/** Version 1 while its release leaves, is away, and comes back. */
	Samples meanwhile() {
		return v1.between(leaving, back);
	}

	/** Version 1 while nobody serves it. */
	Samples without() {
		return v1.between(gone, bringing);
	}

	/** Version 1 once it is served again. */
	Samples again() {
		return v1.between(back, end);
	}

}
