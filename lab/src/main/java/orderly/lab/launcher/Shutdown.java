package orderly.lab.launcher;

import java.util.List;
import java.util.function.Consumer;

/** Ends all units, the last started first, and says so. */
class Shutdown {

	private final Consumer<String> progress;

	Shutdown(Consumer<String> progress) {
		this.progress = progress;
	}

	void run(List<Unit> lastStartedFirst) {
		lastStartedFirst.forEach(this::close);
	}

	private void close(Unit unit) {
		boolean wasUp = unit.snapshot().mark() != null;
		long begin = System.nanoTime();
		unit.close();
		if (wasUp) {
			this.progress.accept(
					"  %-18s stopped after %4.1f s".formatted(unit.part().name(), (System.nanoTime() - begin) / 1e9));
		}
	}

}
