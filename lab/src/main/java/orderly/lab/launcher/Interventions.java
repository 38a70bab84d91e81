package orderly.lab.launcher;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is done on request to single processes, or to those of one service. */
class Interventions {

	private final Units units;

	private final Supplier<Edge> edge;

	private final Replicas replicas;

	private final Runnable save;

	/**
	 * Prepares them.
	 * @param edge the system as it is now, seen from outside
	 * @param save writes down which units there are
	 */
	Interventions(Units units, Supplier<Edge> edge, Consumer<String> progress, Runnable save) {
		this.units = units;
		this.edge = edge;
		this.replicas = new Replicas(units, progress);
		this.save = save;
	}

	void kill(String name) {
		this.units.named(name).kill();
	}

	void pause(String name) {
		this.units.named(name).pause();
	}

	void resume(String name) {
		this.units.named(name).resume();
	}

	/** Ends a process in its own time; a guest is forgotten. */
	void stop(String name) {
		Unit unit = this.units.named(name);
		if (this.units.isGuest(unit)) {
			withdraw(name);
		}
		else {
			unit.stop();
		}
	}

	/**
	 * Starts a process that is down, or a further replica, or a guest, and returns when
	 * the gateway reaches it.
	 */
	void start(String name) {
		Unit unit = this.units.orNew(name);
		unit.start();
		this.edge.get().awaitServing(unit.part());
	}

	/** Replaces the process and returns when the gateway reaches the new one. */
	void restart(String name) {
		this.units.named(name).stop();
		start(name);
	}

	/** Starts a process, or replaces it, so that it serves these versions of its API. */
	void serve(String name, String versions) {
		Map<String, String> settings = Serve.settings(name, versions);
		Unit unit = this.units.orNew(name);
		unit.become(unit.part().with(settings));
		unit.stop();
		start(name);
	}

	/**
	 * Makes a service run in so many processes; the gateway reaches those that are new.
	 */
	void scale(String service, int instances) {
		this.replicas.scale(service, instances).forEach((unit) -> this.edge.get().awaitServing(unit.part()));
		this.save.run();
	}

	/**
	 * Ends a process in its own time and forgets it, if the system is whole without it.
	 */
	void withdraw(String name) {
		this.replicas.withdraw(this.units.named(name));
		this.save.run();
	}

}
