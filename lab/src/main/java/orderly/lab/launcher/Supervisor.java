package orderly.lab.launcher;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import orderly.lab.Exit;
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

	private final Map<String, Unit> units = new LinkedHashMap<>();

	private volatile Phase phase = Phase.STARTING;

	private boolean forgotten;

	Supervisor(Topology topology, List<Part> parts, Home home, String token, Consumer<String> progress) {
		this.topology = topology;
		this.home = home;
		this.token = token;
		this.progress = progress;
		Starter starter = new Starter(topology, home);
		parts.forEach((part) -> this.units.put(part.name(), new Unit(part, starter, this::changed)));
	}

	/** Starts everything and returns when orders can be placed at the gateway. */
	void up() {
		try {
			save();
			new Startup(this.progress).run(this.units.values());
			edge().awaitServing();
			enter(Phase.READY);
		}
		catch (LabException ex) {
			close();
			throw ex;
		}
	}

	void kill(String name) {
		unit(name).kill();
	}

	void pause(String name) {
		unit(name).pause();
	}

	void resume(String name) {
		unit(name).resume();
	}

	void stop(String name) {
		unit(name).stop();
	}

	/** Starts a process that is down and returns when the gateway reaches it. */
	void start(String name) {
		unit(name).start();
		edge().awaitServing(name);
	}

	/** Replaces the process and returns when the gateway reaches the new one. */
	void restart(String name) {
		unit(name).stop();
		start(name);
	}

	/** Ends everything, the last started first. */
	void close() {
		enter(Phase.STOPPING);
		new Shutdown(this.progress).run(List.copyOf(this.units.values()).reversed());
	}

	RunState snapshot() {
		return new RunState(this.phase, this.since, this.topology.offset(), ProcessMark.of(ProcessHandle.current()),
				"http://127.0.0.1:" + this.topology.controlPort(), this.token, this.home.logs(),
				this.units.values().stream().map(Unit::snapshot).toList());
	}

	private Edge edge() {
		return new Edge(this.units.values().stream().map(Unit::part).toList());
	}

	private Unit unit(String name) {
		Unit unit = this.units.get(name);
		if (unit == null) {
			throw new LabException(Exit.USAGE,
					"There is no process '%s'; there are: %s.".formatted(name, String.join(", ", this.units.keySet())),
					null);
		}
		return unit;
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
