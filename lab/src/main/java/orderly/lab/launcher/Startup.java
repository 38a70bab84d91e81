package orderly.lab.launcher;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

import orderly.lab.LabException;

/**
 * Starts all units, each as soon as those before it are ready and a turn is free; the
 * first failure ends it.
 */
class Startup {

	/** First come, first served: the order of the topology. */
	private final Semaphore turns = new Semaphore(Topology.WAVE, true);

	private final Executor threads = (work) -> Thread.ofVirtual().start(work);

	private final Consumer<String> progress;

	private final CompletableFuture<Void> failed = new CompletableFuture<>();

	Startup(Consumer<String> progress) {
		this.progress = progress;
	}

	void run(Collection<Unit> units) {
		Map<String, CompletableFuture<Void>> ready = new LinkedHashMap<>();
		units.forEach((unit) -> ready.put(unit.part().name(), after(ready, unit)));
		CompletableFuture<Void> all = CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new));
		try {
			CompletableFuture.anyOf(all, this.failed).join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof LabException known) ? known
					: new LabException("The start failed: " + ex.getCause(), ex);
		}
	}

	private CompletableFuture<Void> after(Map<String, CompletableFuture<Void>> ready, Unit unit) {
		CompletableFuture<?>[] before = unit.part()
			.after()
			.stream()
			.filter(ready::containsKey) // the others are up already
			.map(ready::get)
			.toArray(CompletableFuture[]::new);
		return CompletableFuture.allOf(before).thenRunAsync(() -> start(unit), this.threads);
	}

	private void start(Unit unit) {
		boolean takesTurns = unit.part().kind().isJar();
		try {
			if (takesTurns) {
				this.turns.acquire();
			}
			timed(unit);
		}
		catch (InterruptedException | RuntimeException ex) {
			this.failed.completeExceptionally(ex);
			throw new CompletionException(ex);
		}
		finally {
			if (takesTurns) {
				this.turns.release();
			}
		}
	}

	private void timed(Unit unit) {
		long begin = System.nanoTime();
		unit.start();
		double seconds = (System.nanoTime() - begin) / 1e9;
		this.progress
			.accept("  %-20s ready after %4.1f s   port %d".formatted(unit.part().name(), seconds, unit.part().port()));
	}

}
