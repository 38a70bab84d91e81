package orderly.messaging;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import orderly.messaging.transport.Transport;

/**
 * One instance of a service that publishes: its relay, on a thread, and its publisher.
 */
class SendingService implements AutoCloseable {

	static final StoredTrace NO_TRACE = new ObservedTrace(ObservationRegistry.NOOP, Tracer.NOOP, Propagator.NOOP);

	private final TestDatabase database;

	private final Leases leases;

	private final RelayThread relay;

	private final EventPublisher publisher;

	private volatile boolean outboxIsOn = true;

	SendingService(TestDatabase database, Transport transport, Duration lease, Duration poll) {
		this.database = database;
		Outbox outbox = new Outbox(database.jdbc(), 200);
		this.leases = new Leases(database.jdbc(), lease);
		this.relay = new RelayThread(new Relay(outbox, this.leases, transport, NO_TRACE, "test-service"), poll);
		Consumer<Outbox.Row> on = Departures.throughOutbox(outbox, this.relay::wake);
		Consumer<Outbox.Row> off = Departures.afterCommit(transport, "test-service");
		this.publisher = new TransactionalPublisher(NO_TRACE, () -> this.outboxIsOn ? on : off);
	}

	static SendingService started(TestDatabase database, Transport transport) {
		return started(database, transport, Duration.ofSeconds(5), Duration.ofMillis(50));
	}

	static SendingService started(TestDatabase database, Transport transport, Duration lease, Duration poll) {
		SendingService service = new SendingService(database, transport, lease, poll);
		service.relay.start();
		return service;
	}

	void switchOutbox(boolean on) {
		this.outboxIsOn = on;
	}

	EventPublisher publisher() {
		return this.publisher;
	}

	/** What a use case does: lock and change the row, then say so. */
	void change(UUID thing) {
		this.database.transaction()
			.executeWithoutResult(
					(_) -> this.publisher.publish(thing, new ThingChanged(thing, this.database.changeThing(thing))));
	}

	/** How many buckets it may send now. */
	int buckets() {
		return this.database.jdbc()
			.sql("select count(*) from outbox_lease where owner = ? and until > now()")
			.param(this.leases.owner())
			.query(Integer.class)
			.single();
	}

	@Override
	public void close() {
		this.relay.stop();
	}

}
