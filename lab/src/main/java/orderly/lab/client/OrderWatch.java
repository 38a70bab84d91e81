package orderly.lab.client;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Looks at one order again and again.
 *
 * @param look asks for it once
 */
record OrderWatch(Supplier<Answer> look) {

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

	/** The last answer: of the end, or of when the time was over. */
	Answer untilItEnds(Duration longest) {
		long giveUp = System.nanoTime() + longest.toNanos();
		Answer seen = look.get();
		while (goesOn(seen) && System.nanoTime() < giveUp) {
			pause();
			seen = look.get();
		}
		return seen;
	}

	private static boolean goesOn(Answer seen) {
		return seen.ok() ? !Order.of(seen.body()).ended() : seen.status() >= 500;
	}

	private static void pause() {
		try {
			Thread.sleep(BETWEEN_LOOKS);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new UnreachableException("Interrupted while waiting for an order to end.", e);
		}
	}

}
