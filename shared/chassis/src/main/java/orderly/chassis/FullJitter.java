package orderly.chassis;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.springframework.util.Assert;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Pauses between attempts, each random between nothing and a bound that doubles. Callers
 * that failed together do not come back together. Where a pause would last until the
 * {@link Deadline}, or longer, there is none, and no further attempt. The idea and its
 * name, full jitter, are Marc Brooker's: "Exponential Backoff And Jitter" (AWS
 * Architecture Blog, 2015). Spring's own jitter is never shorter than its delay.
 */
public class FullJitter implements BackOff {

	private final long base;

	private final long cap;

	private final int retries;

	private final Supplier<RandomGenerator> random;

	/**
	 * Creates pauses.
	 * @param base the bound of the first pause, at least 1 ms
	 * @param cap the bound that no pause exceeds, at least the base
	 * @param retries how many pauses, and so attempts after the first, 0 or more
	 */
	public FullJitter(Duration base, Duration cap, int retries) {
		this(base, cap, retries, ThreadLocalRandom::current);
	}

	FullJitter(Duration base, Duration cap, int retries, Supplier<RandomGenerator> random) {
		Assert.isTrue(base.toMillis() > 0 && cap.compareTo(base) >= 0, "0 < base <= cap");
		this.base = base.toMillis();
		this.cap = cap.toMillis();
		this.retries = retries;
		this.random = random;
	}

	@Override
	public BackOffExecution start() {
		return new Pauses();
	}

	// tag::full-jitter[]
	private class Pauses implements BackOffExecution {

		private long bound = FullJitter.this.base;

		private int left = FullJitter.this.retries;

		@Override
		public long nextBackOff() {
			if (this.left-- <= 0) {
				return STOP;
			}
			long pause = FullJitter.this.random.get().nextLong(this.bound + 1);
			this.bound = Math.min(2 * this.bound, FullJitter.this.cap);
			return isInTime(pause) ? pause : STOP;
		}

	}
	// end::full-jitter[]

	private static boolean isInTime(long pause) {
		return Deadline.left().filter((left) -> left.toMillis() <= pause).isEmpty();
	}

}
