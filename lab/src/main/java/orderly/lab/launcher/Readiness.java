package orderly.lab.launcher;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import orderly.backing.Running;
import orderly.lab.LabException;

/** Waits until a process can serve, and says what its log says when it will not. */
final class Readiness {

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private static final Duration PAUSE = Duration.ofMillis(100);

	private Readiness() {
	}

	static void await(Part part, Running process) {
		if (!part.ready().isEmpty()) {
			String url = part.url() + part.ready();
			await(() -> Http.status(url) == 200, part.name(), process);
		}
	}

	private static void await(BooleanSupplier ready, String name, Running process) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!ready.getAsBoolean()) {
			if (!process.isAlive()) {
				throw new LabException("%s ended while it was starting. The end of its log %s:%n%s".formatted(name,
						process.log(), LogTail.of(process.log())));
			}
			if (System.nanoTime() > end) {
				throw new LabException("%s was not ready after %d s. The end of its log %s:%n%s".formatted(name,
						PATIENCE.toSeconds(), process.log(), LogTail.of(process.log())));
			}
			pause();
		}
	}

	/**
	 * Waits for the blink of an eye, as there is nothing to be woken by in another
	 * process.
	 */
	static void pause() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LabException("Interrupted.", ex);
		}
	}

}
