package orderly.lab.experiments;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks again until it sees what it waits for; when patience ends, the last thing seen is
 * what is judged.
 */
public record Patience(Duration longest, Duration between) {

	public <T> T until(Supplier<T> look, Predicate<T> good) {
		long end = System.nanoTime() + longest.toNanos();
		T seen = look.get();
		while (!good.test(seen) && System.nanoTime() < end) {
			pause();
			seen = look.get();
		}
		return seen;
	}

	/** Looks until it sees the same twice. */
	public <T> T untilSteady(Supplier<T> look) {
		AtomicReference<T> before = new AtomicReference<>(look.get());
		pause();
		return until(look, seen -> seen.equals(before.getAndSet(seen)));
	}

	private void pause() {
		try {
			Thread.sleep(between);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new NotMeasuredException("It was interrupted.");
		}
	}

}
