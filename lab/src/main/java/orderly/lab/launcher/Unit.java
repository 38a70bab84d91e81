package orderly.lab.launcher;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import orderly.backing.DidNotStartException;
import orderly.backing.Running;
import orderly.lab.Exit;
import orderly.lab.LabException;
import orderly.lab.launcher.RunState.Child;
import orderly.lab.launcher.RunState.ChildState;
import org.jspecify.annotations.Nullable;

/** One part of the system over time: its process of now, and what was asked of it. */
class Unit {

	private volatile Part part;

	private final Starter starter;

	private final Consumer<Unit> changed;

	private volatile ChildState state = ChildState.WAITING;

	private volatile boolean closed;

	private volatile @Nullable Running process;

	Unit(Part part, Starter starter, Consumer<Unit> changed) {
		this.part = part;
		this.starter = starter;
		this.changed = changed;
	}

	Part part() {
		return this.part;
	}

	/** Uses these settings from the next start on. */
	void use(Map<String, String> settings) {
		this.part = this.part.with(settings);
	}

	boolean isUp() {
		return alive().isPresent();
	}

	ChildState state() {
		return this.state;
	}

	Child snapshot() {
		ProcessMark mark = alive().flatMap((now) -> ProcessHandle.of(now.pid())).map(ProcessMark::of).orElse(null);
		return new Child(this.part.name(), this.state, this.part.port(), mark);
	}

	/** Starts the process and returns when it can serve. */
	synchronized void start() {
		requireDown();
		TakenPort.refuse(this.part.name(), this.part.port());
		enter(ChildState.STARTING);
		begin();
		enter(ChildState.READY);
	}

	/** Ends the process in its own time, also while another thread awaits it. */
	void stop() {
		if (this.state == ChildState.PAUSED) {
			resume(); // frozen, it would not hear us
		}
		end(ChildState.STOPPED, Running::stop);
	}

	/** Ends the process as {@code kill -9} does. */
	void kill() {
		requireUp();
		end(ChildState.KILLED, Running::kill);
	}

	/** Stops the process for good. */
	void close() {
		this.closed = true;
		stop();
	}

	void pause() {
		Signals.send(requireUp(), "STOP");
		enter(ChildState.PAUSED);
	}

	void resume() {
		Signals.send(requireUp(), "CONT");
		enter(ChildState.READY);
	}

	private void begin() {
		try {
			Running started = this.starter.start(this.part);
			this.process = started;
			started.onExit().thenRun(() -> gone(started));
			this.changed.accept(this);
			Readiness.await(this.part, started);
		}
		catch (DidNotStartException | LabException ex) {
			enter(this.closed ? ChildState.STOPPED : ChildState.DIED);
			throw new LabException(String.valueOf(ex.getMessage()), ex);
		}
	}

	private void end(ChildState asked, Consumer<Running> how) {
		// Without the monitor: its owner may be waiting for this process.
		alive().ifPresent((now) -> {
			this.state = asked;
			how.accept(now);
		});
		synchronized (this) {
			alive().ifPresent(how);
			enter(asked);
		}
	}

	/** The process ended: by request, or by itself. */
	private void gone(Running ended) {
		if (ended == this.process && this.state.isExpectedToLive()) {
			enter(ChildState.DIED);
		}
	}

	private void requireDown() {
		if (this.closed || isUp()) {
			throw new LabException(Exit.ALREADY_RUNNING, this.part.name() + " runs already.", null);
		}
	}

	private Running requireUp() {
		String sentence = "%1$s does not run. Start it with: ./orderly start %1$s".formatted(this.part.name());
		return alive().orElseThrow(() -> new LabException(Exit.NOT_RUNNING, sentence, null));
	}

	private Optional<Running> alive() {
		return Optional.ofNullable(this.process).filter(Running::isAlive);
	}

	void enter(ChildState next) {
		this.state = next;
		this.changed.accept(this);
	}

}
