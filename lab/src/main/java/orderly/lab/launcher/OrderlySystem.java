package orderly.lab.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Consumer;

import orderly.backing.Artefacts;
import orderly.lab.Exit;
import orderly.lab.LabException;
import org.jspecify.annotations.Nullable;

/**
 * The whole system as processes of this one, for {@code up} and for tests: start it on
 * ports and in a folder of its own, break it, and close it, which leaves no process
 * behind. Processes have the names of {@link Topology}, {@code order-service} for
 * example.
 */
public final class OrderlySystem implements AutoCloseable {

	private final FileChannel lock;

	private final Supervisor supervisor;

	private final ControlServer control;

	private OrderlySystem(FileChannel lock, Supervisor supervisor, ControlServer control) {
		this.lock = lock;
		this.supervisor = supervisor;
		this.control = control;
	}

	/**
	 * Starts everything from jars that are built already and returns when orders can be
	 * placed.
	 * @param home where its data and logs lie
	 * @param portOffset what is added to every port
	 * @return the running system
	 */
	public static OrderlySystem start(Home home, int portOffset) {
		OrderlySystem system = prepare(home, portOffset, (line) -> {
		}, null);
		system.up();
		return system;
	}

	/** Claims folder and control port; {@link #up()} starts the processes. */
	static OrderlySystem prepare(Home home, int portOffset, Consumer<String> progress, @Nullable Runnable down) {
		FileChannel lock = lock(home);
		Leftovers.end(home);
		System.getProperties().putIfAbsent(Artefacts.PROPERTY, home.backing().toString());
		String token = UUID.randomUUID().toString();
		Topology topology = new Topology(portOffset);
		Supervisor supervisor = new Supervisor(topology, topology.parts(), home, token, progress);
		ControlServer control = ControlServer.start(topology.controlPort(), token, supervisor, down);
		return new OrderlySystem(lock, supervisor, control);
	}

	void up() {
		this.supervisor.up();
	}

	/**
	 * {@return what runs now}
	 */
	public RunState state() {
		return this.supervisor.snapshot();
	}

	/** Ends a process as {@code kill -9} does. */
	public void kill(String name) {
		this.supervisor.kill(name);
	}

	/** Freezes a process (SIGSTOP): it keeps its connections and answers nobody. */
	public void pause(String name) {
		this.supervisor.pause(name);
	}

	/** Lets a frozen process go on. */
	public void resume(String name) {
		this.supervisor.resume(name);
	}

	/** Ends a process in its own time. */
	public void stop(String name) {
		this.supervisor.stop(name);
	}

	/** Starts a process that is down and returns when the gateway reaches it. */
	public void start(String name) {
		this.supervisor.start(name);
	}

	/** Replaces the process and returns when the gateway reaches it. */
	public void restart(String name) {
		this.supervisor.restart(name);
	}

	/** Ends everything in reverse order. */
	@Override
	public void close() {
		this.supervisor.close();
		this.control.close();
		this.supervisor.forget();
		release(this.lock);
	}

	private static FileChannel lock(Home home) {
		try {
			Files.createDirectories(home.state());
			FileChannel channel = FileChannel.open(home.state().resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			FileLock lock = channel.tryLock();
			if (lock == null) {
				channel.close();
				throw alreadyRuns(home);
			}
			return channel;
		}
		catch (IOException ex) {
			throw new LabException("Cannot write to %s: %s".formatted(home.state(), ex.getMessage()), ex);
		}
	}

	static LabException alreadyRuns(Home home) {
		return new LabException(Exit.ALREADY_RUNNING,
				"The system of %s runs already; see ./orderly status, or end it with: ./orderly down"
					.formatted(home.state()),
				null);
	}

	private static void release(FileChannel lock) {
		try {
			lock.close();
		}
		catch (IOException ex) {
			// Given back with this process at the latest.
		}
	}

}
