package orderly.lab.launcher;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import orderly.lab.LabException;
import orderly.lab.launcher.RunState.ChildState;
import orderly.lab.launcher.RunState.Phase;

/**
 * Owns the units: starts them in order, breaks and mends them on request, and ends them
 * in reverse order.
 */
class Supervisor {

	private final Topology topology;

	private final Home home;

	private final String token;

	private final Consumer<String> progress;

	private final Instant since = Instant.now();

	private final Units units;

	private final Replicas replicas;

	private volatile Phase phase = Phase.STARTING;

	private boolean forgotten;

	Supervisor(Topology topology, List<Part> parts, Home home, String token, Consumer<String> progress) {
		this.topology = topology;
		this.home = home;
		this.token = token;
		this.progress = progress;
		Starter starter = new Starter(topology, home);
		this.units = new Units(parts, (part) -> new Unit(part, starter, this::changed));
		this.replicas = new Replicas(this.units, progress);
	}

	/** Starts everything and returns when orders can be placed at the gateway. */
	void up() {
		try {
			save();
			new Startup(this.progress).run(this.units.all());
			edge().awaitServing();
			enter(Phase.READY);
		}
		catch (LabException ex) {
			close();
			throw ex;
		}
	}

	/**
	 * {@return the unit of this name, to break and mend it}
	 */
	Unit unit(String name) {
		return this.units.named(name);
	}

	/**
	 * Starts a process that is down, or a further replica, and returns when the gateway
	 * reaches it.
	 */
	void start(String name) {
		Unit unit = this.units.orNew(name);
		unit.start();
		edge().awaitServing(unit.part());
	}

	/** Replaces the process and returns when the gateway reaches the new one. */
	void restart(String name) {
		unit(name).stop();
		start(name);
	}

	/** Starts a process, or replaces it, so that it serves these versions of its API. */
	void serve(String name, String versions) {
		Unit unit = this.units.orNew(name);
		unit.use(Serve.settings(unit.part(), versions));
		unit.stop();
		start(name);
	}

	/**
	 * Makes a service run in so many processes; the gateway reaches those that are new.
	 */
	void scale(String service, int instances) {
		this.replicas.scale(service, instances).forEach((unit) -> edge().awaitServing(unit.part()));
		save();
	}

	/** Ends a process in its own time and forgets it, if it is a replica. */
	void withdraw(String name) {
		this.replicas.withdraw(unit(name));
		save();
	}

	/** Ends everything, the last started first. */
	void close() {
		enter(Phase.STOPPING);
		new Shutdown(this.progress).run(this.units.all().reversed());
	}

	RunState snapshot() {
		return new RunState(this.phase, this.since, this.topology.offset(), ProcessMark.of(ProcessHandle.current()),
				"http://127.0.0.1:" + this.topology.controlPort(), this.token, this.home.logs(),
				this.units.all().stream().map(Unit::snapshot).toList());
	}

	private Edge edge() {
		return new Edge(this.units.all().stream().map(Unit::part).toList());
	}

	private void changed(Unit unit) {
		if (unit.state() == ChildState.DIED && this.phase == Phase.READY) {
			this.progress.accept("%s died by itself; its log is %s. Bring it back with: ./orderly start %s".formatted(
					unit.part().name(), this.home.logs().resolve(unit.part().name() + ".log"), unit.part().name()));
		}
		save();
	}

	/**
	 * Deletes the run state for good, also against a thread that still reports a change.
	 */
	synchronized void forget() {
		this.forgotten = true;
		RunFile.delete(this.home);
	}

	private void enter(Phase next) {
		this.phase = next;
		save();
	}

	private synchronized void save() {
		if (!this.forgotten) {
			RunFile.write(this.home, snapshot());
		}
	}

}
