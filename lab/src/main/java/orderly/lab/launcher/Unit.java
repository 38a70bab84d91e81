package orderly.lab.launcher;

import java.util.Optional;
import java.util.function.Consumer;

import orderly.backing.DidNotStartException;
import orderly.backing.Running;
import orderly.lab.LabException;
import orderly.lab.launcher.RunState.Child;
import orderly.lab.launcher.RunState.ChildState;

/** One part of the system over time: its process of now, and what was asked of it. */
class Unit {

	private volatile Part part;

	private final Starter starter;

	private final Consumer<Unit> changed;

	private volatile ChildState state = ChildState.WAITING;

	private volatile boolean closed;

	private final Life life;

	Unit(Part part, Starter starter, Consumer<Unit> changed) {
		this.part = part;
		this.life = new Life(part.name());
		this.starter = starter;
		this.changed = changed;
	}

	Part part() {
		return this.part;
	}

	/** Is this from the next start on: the same part with other settings. */
	void become(Part next) {
		this.part = next;
	}

	boolean isUp() {
		return this.life.now().isPresent();
	}

	ChildState state() {
		return this.state;
	}

	Child snapshot() {
		return new Child(this.part.name(), this.state, this.part.port(), this.life.mark());
	}

	/** Starts the process and returns when it can serve. */
	synchronized void start() {
		requireOpen();
		this.life.requireNone();
		TakenPort.refuse(this.part.name(), this.part.port());
		enter(ChildState.STARTING);
		begin();
		requireOpen();
		enter(ChildState.READY);
	}

	/**
	 * Ends the process in its own time, also while another thread awaits it.
	 * @return whether there was one
	 */
	boolean stop() {
		if (this.state == ChildState.PAUSED) {
			resume(); // frozen, it would not hear us
		}
		return end(ChildState.STOPPED, Running::stop);
	}

	/** Ends the process as {@code kill -9} does. */
	void kill() {
		this.life.require();
		end(ChildState.KILLED, Running::kill);
	}

	/** Stops the process for good, and says whether there was one. */
	boolean close() {
		this.closed = true;
		return stop();
	}

	void pause() {
		Signals.send(this.life.require(), "STOP");
		enter(ChildState.PAUSED);
	}

	void resume() {
		Signals.send(this.life.require(), "CONT");
		enter(ChildState.READY);
	}

	private void begin() {
		try {
			Running started = this.starter.start(this.part);
			this.life.begin(started);
			started.onExit().thenRun(() -> gone(started));
			this.changed.accept(this);
			Readiness.await(this.part, started);
		}
		catch (DidNotStartException | LabException ex) {
			enter(this.closed ? ChildState.STOPPED : ChildState.DIED);
			requireOpen(); // then its log has nothing to explain
			throw new LabException(String.valueOf(ex.getMessage()), ex);
		}
	}

	private boolean end(ChildState asked, Consumer<Running> how) {
		// Without the monitor: its owner may be waiting for this process.
		Optional<Running> before = this.life.now();
		before.ifPresent((now) -> {
			this.state = asked;
			how.accept(now);
		});
		synchronized (this) {
			Optional<Running> begun = this.life.now();
			begun.ifPresent(how);
			enter(asked);
			return before.isPresent() || begun.isPresent();
		}
	}

	/** The process ended: by request, or by itself. */
	private void gone(Running ended) {
		if (this.life.is(ended) && this.state.isExpectedToLive()) {
			enter(ChildState.DIED);
		}
	}

	private void requireOpen() {
		if (this.closed) {
			throw new LabException(this.part.name() + " was stopped while it was starting.");
		}
	}

	void enter(ChildState next) {
		this.state = next;
		this.changed.accept(this);
	}

}
