package orderly.backing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits until a process that was started can be used. */
final class Readiness {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final Duration PAUSE = Duration.ofMillis(50);

	private Readiness() {
	}

	/** Ends the process, and says what its log says, where it does not become ready. */
	static void await(Running process, BooleanSupplier ready) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!ready.getAsBoolean()) {
			if (!process.isAlive()) {
				throw new DidNotStartException(process.name(), "ended before it was ready", process.log());
			}
			if (System.nanoTime() > end || !pause()) {
				process.kill();
				throw new DidNotStartException(process.name(), "was not ready in time", process.log());
			}
		}
	}

	private static boolean pause() {
		try {
			Thread.sleep(PAUSE);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
