package orderly.lab.launcher;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import orderly.lab.Exit;
import orderly.lab.LabException;
import orderly.lab.launcher.RunState.ChildState;

/**
 * The processes of one service, which are to be as many as somebody wants: those that are
 * missing are started, the last ones beyond it are ended and forgotten.
 */
class Replicas {

	/** More have no names and no ports. */
	static final int MOST = 9;

	private final Units units;

	private final Consumer<String> progress;

	Replicas(Units units, Consumer<String> progress) {
		this.units = units;
		this.progress = progress;
	}

	/**
	 * Starts and stops.
	 * @return those that are new or were down
	 */
	List<Unit> scale(String service, int wanted) {
		if (wanted < 1 || wanted > MOST) {
			throw new LabException(Exit.USAGE,
					"%d instances of %s are not possible; say 1 to %d.".formatted(wanted, service, MOST), null);
		}
		withdraw(this.units.of(service).stream().filter((unit) -> number(unit) > wanted).toList());
		List<Unit> missing = IntStream.rangeClosed(1, wanted)
			.mapToObj((number) -> this.units.orNew(new ProcessName(service, number).toString()))
			.filter((unit) -> !unit.isUp() && unit.state() != ChildState.EXTERNAL)
			.toList();
		new Startup(this.progress).run(missing);
		return missing;
	}

	private void withdraw(List<Unit> units) {
		CompletableFuture
			.allOf(units.stream()
				.map((unit) -> CompletableFuture.runAsync(() -> withdraw(unit),
						(work) -> Thread.ofVirtual().start(work)))
				.toArray(CompletableFuture[]::new))
			.join();
	}

	/**
	 * Ends a process in its own time and forgets it, or only what it was to serve where
	 * the system is not whole without it.
	 */
	void withdraw(Unit unit) {
		if (this.units.belongs(unit)) {
			unit.stop();
			unit.become(this.units.original(unit.part().name()));
			return;
		}
		unit.close();
		this.units.remove(unit);
		this.progress.accept("  %-20s was withdrawn".formatted(unit.part().name()));
	}

	private static int number(Unit unit) {
		return ProcessName.of(unit.part().name()).number();
	}

}
