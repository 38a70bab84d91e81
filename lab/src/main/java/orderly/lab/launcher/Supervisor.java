package orderly.lab.launcher;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import orderly.backing.ProcessMark;
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

	private volatile Phase phase = Phase.STARTING;

	private final Journal journal;

	Supervisor(Topology topology, List<Part> parts, Home home, String token, Consumer<String> progress) {
		this.topology = topology;
		this.home = home;
		this.token = token;
		this.progress = progress;
		Starter starter = new Starter(topology, home);
		this.journal = new Journal(home, this::snapshot, progress);
		this.units = new Units(parts, topology.guests(), (part) -> new Unit(part, starter, this::changed));
	}

	/** Leaves services to somebody else, or lets a debugger attach to them. */
	void heed(Wishes wishes) {
		wishes.except().forEach((name) -> this.units.named(name).enter(ChildState.EXTERNAL));
		wishes.debug().forEach((name, port) -> debug(this.units.named(name), port));
	}

	private static void debug(Unit unit, int port) {
		unit.become(unit.part().with(Wishes.debugger(port)));
	}

	/**
	 * Starts everything and returns when orders can be placed at the gateway.
	 * @return false when all was ended before that, because somebody asked for it
	 */
	boolean up() {
		try {
			save();
			new Startup(this.progress).run(ours());
			edge().awaitServing();
			return serve();
		}
		catch (LabException ex) {
			boolean asked = this.phase == Phase.STOPPING;
			close();
			if (asked) {
				return false; // of course they did not start
			}
			throw ex;
		}
	}

	private synchronized boolean serve() {
		boolean served = this.phase != Phase.STOPPING;
		if (served) {
			enter(Phase.READY);
		}
		return served;
	}

	/**
	 * {@return what breaks and mends single processes}
	 */
	Interventions interventions() {
		return new Interventions(this.home, this.units, this::edge, this.progress, this::save);
	}

	/** Ends everything, the last started first; a second call waits for the first. */
	synchronized void close() {
		enter(Phase.STOPPING);
		new Shutdown(this.progress).run(this.units.all().reversed());
	}

	RunState snapshot() {
		return new RunState(this.phase, this.since, this.topology.offset(), ProcessMark.of(ProcessHandle.current()),
				"http://127.0.0.1:" + this.topology.controlPort(), this.token, this.home.logs(),
				this.units.all().stream().map(Unit::snapshot).toList());
	}

	private List<Unit> ours() {
		return this.units.all().stream().filter((unit) -> unit.state() != ChildState.EXTERNAL).toList();
	}

	/** Of what serves now: nobody waits for an edge that is down. */
	private Edge edge() {
		return new Edge(
				this.units.all().stream().filter((unit) -> unit.state() == ChildState.READY).map(Unit::part).toList());
	}

	private void changed(Unit unit) {
		if (unit.state() == ChildState.DIED && this.phase == Phase.READY) {
			this.progress.accept("%s died by itself; its log is %s. Bring it back with: ./orderly start %s".formatted(
					unit.part().name(), this.home.logs().resolve(unit.part().name() + ".log"), unit.part().name()));
		}
		save();
	}

	/** Deletes the run state for good. */
	void forget() {
		this.journal.forget();
	}

	private void enter(Phase next) {
		this.phase = next;
		save();
	}

	private void save() {
		this.journal.save();
	}

}
