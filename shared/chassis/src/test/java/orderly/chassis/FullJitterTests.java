package orderly.chassis;

import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.springframework.util.backoff.BackOffExecution.STOP;

class FullJitterTests {

	private static final Duration BASE = Duration.ofMillis(100);

	private static final Duration CAP = Duration.ofMillis(350);

	private final RandomGenerator random = new Random(2015);

	@Test
	void pausesAsOftenAsItMayRetryAndThenStops() {
		BackOffExecution pauses = new FullJitter(BASE, CAP, 2).start();
		assertThat(pauses.nextBackOff()).isNotNegative();
		assertThat(pauses.nextBackOff()).isNotNegative();
		assertThat(pauses.nextBackOff()).isEqualTo(STOP);
		assertThat(pauses.nextBackOff()).isEqualTo(STOP);
	}

	@Test
	void doesNotPauseWhereNothingIsToBeRetried() {
		assertThat(new FullJitter(BASE, CAP, 0).start().nextBackOff()).isEqualTo(STOP);
	}

	@Test
	void spreadsEachPauseEvenlyFromNothingToABoundThatDoublesUpToTheCap() {
		BackOff jitter = new FullJitter(BASE, CAP, 4, () -> this.random);
		assertEven(pauses(jitter, 1), 100);
		assertEven(pauses(jitter, 2), 200);
		assertEven(pauses(jitter, 3), 350);
		assertEven(pauses(jitter, 4), 350);
	}

	@Test
	void eachStartBeginsAtTheBaseAgain() {
		BackOff jitter = new FullJitter(BASE, CAP, 9);
		pauses(jitter, 9);
		assertThat(pauses(jitter, 1).getMax()).isLessThanOrEqualTo(100);
	}

	@Test
	void stopsWhereThePauseWouldOutlastTheDeadline() {
		BackOff jitter = new FullJitter(BASE, CAP, 4, () -> this.random);
		long stopped = Deadline.within(BASE.dividedBy(2),
				() -> LongStream.range(0, 1000).filter((_) -> jitter.start().nextBackOff() == STOP).count());
		assertThat(stopped).isBetween(400L, 1000L);
		Deadline.within(Duration.ofMinutes(1), () -> assertThat(jitter.start().nextBackOff()).isNotNegative());
	}

	@Test
	void refusesACapBelowTheBase() {
		assertThatIllegalArgumentException().isThrownBy(() -> new FullJitter(CAP, BASE, 2));
		assertThatIllegalArgumentException().isThrownBy(() -> new FullJitter(Duration.ZERO, CAP, 2));
	}

	/** What a thousand callers draw as their n-th pause. */
	private static LongSummaryStatistics pauses(BackOff jitter, int number) {
		return LongStream.range(0, 1000).map((_) -> pause(jitter.start(), number)).summaryStatistics();
	}

	private static long pause(BackOffExecution pauses, int number) {
		return LongStream.range(0, number).map((_) -> pauses.nextBackOff()).reduce(0, (_, last) -> last);
	}

	private static void assertEven(LongSummaryStatistics pauses, long bound) {
		assertThat(pauses.getMin()).isBetween(0L, bound / 20);
		assertThat(pauses.getMax()).isBetween(bound - bound / 20, bound);
		assertThat(pauses.getAverage()).isBetween(bound * 0.45, bound * 0.55);
	}

}
