package orderly.lab.launcher;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
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

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private final Part part;

	private final Starter starter;

	private final Consumer<Unit> changed;

	/** Held by whoever starts or ends the process, one at a time. */
	private final ReentrantLock lock = new ReentrantLock();

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

	ChildState state() {
		return this.state;
	}

	Child snapshot() {
		Running now = this.process;
		ProcessMark mark = (now != null && now.isAlive())
				? ProcessHandle.of(now.pid()).map(ProcessMark::of).orElse(null) : null;
		return new Child(this.part.name(), this.state, this.part.port(), mark);
	}

	/** Starts the process and returns when it can serve. */
	void start() {
		locked(() -> {
			requireDown();
			TakenPort.refuse(this.part.name(), this.part.port());
			enter(ChildState.STARTING);
			begin();
			enter(ChildState.READY);
		});
	}

	/**
	 * Ends the process in its own time; also while another thread waits for it to become
	 * ready.
	 */
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
			Readiness.await(this.part, started, PATIENCE);
		}
		catch (DidNotStartException | LabException ex) {
			enter(this.closed ? ChildState.STOPPED : ChildState.DIED);
			throw new LabException(String.valueOf(ex.getMessage()), ex);
		}
	}

	private void end(ChildState asked, Consumer<Running> how) {
		ChildState before = this.state;
		Running now = this.process;
		this.state = (now != null) ? asked : before;
		if (now != null) {
			how.accept(now); // without the lock: who holds it may be waiting for this
								// process
		}
		locked(() -> {
			Running later = this.process;
			if (later != null && later.isAlive()) {
				how.accept(later);
			}
			enter(asked);
		});
	}

	/** The process ended: by request, or by itself. */
	private void gone(Running ended) {
		if (ended == this.process && isExpectedToLive()) {
			enter(ChildState.DIED);
		}
	}

	private boolean isExpectedToLive() {
		return this.state == ChildState.STARTING || this.state == ChildState.READY || this.state == ChildState.PAUSED;
	}

	private void requireDown() {
		Running now = this.process;
		if (this.closed || (now != null && now.isAlive())) {
			throw new LabException(Exit.ALREADY_RUNNING, this.part.name() + " runs already.", null);
		}
	}

	private Running requireUp() {
		Running now = this.process;
		if (now == null || !now.isAlive()) {
			throw new LabException(Exit.NOT_RUNNING,
					"%s does not run. Start it with: ./orderly start %s".formatted(this.part.name(), this.part.name()),
					null);
		}
		return now;
	}

	private void enter(ChildState next) {
		this.state = next;
		this.changed.accept(this);
	}

	private void locked(Runnable work) {
		this.lock.lock();
		try {
			work.run();
		}
		finally {
			this.lock.unlock();
		}
	}

}
