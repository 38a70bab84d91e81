package orderly.lab.launcher;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import orderly.lab.Exit;
import orderly.lab.LabException;
import orderly.lab.launcher.Part.Kind;
import orderly.lab.launcher.RunState.ChildState;

/** What is done on request to single processes, or to those of one service. */
class Interventions {

	private final Home home;

	private final Units units;

	private final Supplier<Edge> edge;

	private final Replicas replicas;

	private final Runnable save;

	/**
	 * Prepares them.
	 * @param home where the wanted policies are kept
	 * @param edge the system as it is now, seen from outside
	 * @param save writes down which units there are
	 */
	Interventions(Home home, Units units, Supplier<Edge> edge, Consumer<String> progress, Runnable save) {
		this.home = home;
		this.units = units;
		this.edge = edge;
		this.replicas = new Replicas(units, progress);
		this.save = save;
	}

	void kill(String name) {
		ours(name).kill();
	}

	void pause(String name) {
		Unit unit = ours(name);
		if (unit.part().kind() == Kind.POSTGRES) {
			throw new LabException(Exit.USAGE,
					"%1$s serves through processes of its own, which would go on; break it with ./orderly kill %1$s."
						.formatted(name),
					null);
		}
		unit.pause();
	}

	/** Lets it go on, and tells it what was switched while it could not hear. */
	void resume(String name) {
		Unit unit = ours(name);
		unit.resume();
		tell(unit);
	}

	/** Ends a process in its own time; a guest is forgotten. */
	void stop(String name) {
		Unit unit = ours(name);
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
		Unit unit = oursOrNew(name);
		unit.start();
		tell(unit);
		this.edge.get().awaitServing(unit.part());
	}

	/** Replaces the process and returns when the gateway reaches the new one. */
	void restart(String name) {
		ours(name).stop();
		start(name);
	}

	/** Starts a process, or replaces it, so that it serves these versions of its API. */
	void serve(String name, String versions) {
		Map<String, String> settings = Serve.settings(name, versions);
		Unit unit = oursOrNew(name);
		unit.become(unit.part().with(settings));
		unit.stop();
		start(name);
	}

	/**
	 * Makes a service run in so many processes; the gateway reaches those that are new.
	 */
	void scale(String service, int instances) {
		this.replicas.scale(service, instances).forEach((unit) -> {
			tell(unit);
			this.edge.get().awaitServing(unit.part());
		});
		this.save.run();
	}

	/**
	 * Ends a process in its own time and forgets it, if the system is whole without it.
	 */
	void withdraw(String name) {
		this.replicas.withdraw(ours(name));
		this.save.run();
	}

	private Unit ours(String name) {
		return requireOurs(this.units.named(name));
	}

	private Unit oursOrNew(String name) {
		return requireOurs(this.units.orNew(name));
	}

	private static Unit requireOurs(Unit unit) {
		if (unit.state() == ChildState.EXTERNAL) {
			throw new LabException(Exit.USAGE,
					"%s was left to you (up --except): stop and start it where it runs.".formatted(unit.part().name()),
					null);
		}
		return unit;
	}

	/** A policy may have been switched while it could not hear, or was on its way up. */
	private void tell(Unit unit) {
		if (unit.part().isOurs()) {
			WantedPolicies.of(this.home).tell(unit.part().url());
		}
	}

}
