package orderly.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import orderly.messaging.transport.Transport;

/** One instance of a service that subscribes. */
class ReceivingService implements AutoCloseable {

	static final String NAME = "receiver";

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final Subscriber subscriber;

	private volatile boolean inboxIsOn = true;

	ReceivingService(TestDatabase database, Transport transport, Duration lockTimeout) {
		Inbox inbox = new InboxTable(database.jdbc(), Duration.ofDays(8));
		this.subscriber = new Subscriber(NAME, transport,
				new Dispatcher(() -> this.inboxIsOn ? inbox : Inbox.NONE, new InHand(NAME, this.meters),
						new FailureClassifier(database.jdbc()), database.transaction(), database.jdbc(), lockTimeout,
						this.meters));
	}

	void switchInbox(boolean on) {
		this.inboxIsOn = on;
	}

	/** Seconds since the oldest message in hand was published. */
	double age() {
		return this.meters.get("orderly.message.age").gauge().value();
	}

	Subscriptions subscriptions() {
		return this.subscriber;
	}

	ReceivingService start() {
		this.subscriber.start();
		return this;
	}

	double count(String outcome) {
		return this.meters.find("orderly.messages")
			.tag("outcome", outcome)
			.counters()
			.stream()
			.mapToDouble((counter) -> counter.count())
			.sum();
	}

	static Transport.Envelope envelope(UUID messageId, UUID thing, int version) {
		return CloudEvents.wrap(new Outbox.Row(0, thing, messageId, "thing.changed.v1", "things", Instant.now(), null,
				CloudEvents.json(new ThingChanged(thing, version))), "sender");
	}

	@Override
	public void close() {
		this.subscriber.stop();
	}

}
