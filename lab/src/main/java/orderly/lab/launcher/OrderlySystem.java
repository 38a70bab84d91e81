package orderly.lab.launcher;

import java.util.UUID;
import java.util.function.Consumer;

import orderly.backing.Artefacts;
import orderly.lab.experiments.Driver;
import org.jspecify.annotations.Nullable;

/**
 * The whole system as processes of this one, for {@code up} and for tests: start it on
 * ports and in a folder of its own, break it, and close it, which leaves no process
 * behind. Processes have the names of {@link Topology}, {@code order-service} for
 * example.
 */
public final class OrderlySystem implements AutoCloseable {

	private final Home home;

	private final Claim claim;

	private final Supervisor supervisor;

	private final ControlServer control;

	private OrderlySystem(Home home, Claim claim, Supervisor supervisor, ControlServer control) {
		this.home = home;
		this.claim = claim;
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
		OrderlySystem system = prepare(home, portOffset, new Wishes(), (line) -> {
		}, null);
		system.up();
		return system;
	}

	/** Claims folder and control port; {@link #up()} starts the processes. */
	static OrderlySystem prepare(Home home, int portOffset, Wishes wishes, Consumer<String> progress,
			@Nullable Runnable down) {
		Claim claim = Claim.of(home);
		Leftovers.end(home);
		WantedPolicies.forget(home);
		System.getProperties().putIfAbsent(Artefacts.PROPERTY, home.backing().toString());
		String token = UUID.randomUUID().toString();
		Topology topology = new Topology(portOffset);
		Supervisor supervisor = new Supervisor(topology, topology.parts(), home, token, progress);
		supervisor.heed(wishes);
		ControlServer control = ControlServer.start(topology.controlPort(), token, supervisor, down);
		return new OrderlySystem(home, claim, supervisor, control);
	}

	/**
	 * {@return whether it serves; false when its end was asked for before that}
	 */
	boolean up() {
		return this.supervisor.up();
	}

	/**
	 * {@return what runs now}
	 */
	public RunState state() {
		return this.supervisor.snapshot();
	}

	/**
	 * {@return what breaks and mends, scales and switches it}
	 */
	public Driver driver() {
		return new ProcessDriver(this.home);
	}

	/** Ends everything in reverse order. */
	@Override
	public void close() {
		this.supervisor.close();
		this.control.close();
		this.supervisor.forget();
		this.claim.release();
	}

}
