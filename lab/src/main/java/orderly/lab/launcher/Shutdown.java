package orderly.lab.launcher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import static java.util.Objects.requireNonNull;

/**
 * Ends all units in the reverse order of their start, and says so: first the edge, so
 * that nobody is let in any more, then each as soon as those that need it have ended.
 */
class Shutdown {

	private final Consumer<String> progress;

	Shutdown(Consumer<String> progress) {
		this.progress = progress;
	}

	void run(List<Unit> lastStartedFirst) {
		Map<String, CompletableFuture<Void>> ended = new LinkedHashMap<>();
		lastStartedFirst
			.forEach((unit) -> ended.put(unit.part().name(), end(unit, users(unit, lastStartedFirst, ended))));
		CompletableFuture.allOf(ended.values().toArray(CompletableFuture[]::new)).join();
	}

	private CompletableFuture<Void> end(Unit unit, List<CompletableFuture<Void>> before) {
		return CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
			.thenRunAsync(() -> close(unit), (work) -> Thread.ofVirtual().start(work));
	}

	private static List<CompletableFuture<Void>> users(Unit unit, List<Unit> lastStartedFirst,
			Map<String, CompletableFuture<Void>> ended) {
		Unit edge = lastStartedFirst.getFirst();
		return lastStartedFirst.stream()
			.filter((other) -> other != unit && (other == edge || other.part().after().contains(unit.part().name())))
			.map((other) -> requireNonNull(ended.get(other.part().name())))
			.toList();
	}

	private void close(Unit unit) {
		long begin = System.nanoTime();
		if (unit.close()) {
			this.progress.accept(
					"  %-20s stopped after %4.1f s".formatted(unit.part().name(), (System.nanoTime() - begin) / 1e9));
		}
	}

}
