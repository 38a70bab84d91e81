package orderly.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.uuid.Generators;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Publishes by writing a row: the fact and its message are committed together or not at
 * all. After the commit it wakes the relay of its own process; the others look by
 * themselves every so often. (PostgreSQL's NOTIFY inside the transaction would wake all
 * of them, and halves the commits per second.)
 */
class OutboxPublisher implements EventPublisher {

	private final Outbox outbox;

	private final StoredTrace trace;

	private final TransactionSynchronization wakeRelay;

	OutboxPublisher(Outbox outbox, StoredTrace trace, RelayThread relay) {
		this.outbox = outbox;
		this.trace = trace;
		this.wakeRelay = new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				relay.wake();
			}
		};
	}

	@Override
	public void publish(UUID key, Record event) {
		append(key, Generators.timeBasedEpochGenerator().generate(), event);
	}

	@Override
	public void publishAgain(UUID key, Record event) {
		String name = key + CloudEvents.declaredBy(event.getClass()).value();
		append(key, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), event);
	}

	// tag::publish[]
	private void append(UUID key, UUID messageId, Record event) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("Publish in the transaction that makes the fact true");
		}
		EventType type = CloudEvents.declaredBy(event.getClass());
		this.outbox.append(new Outbox.Row(0, key, messageId, type.value(), type.topic(), Instant.now(),
				this.trace.current(), CloudEvents.json(event)));
		TransactionSynchronizationManager.registerSynchronization(this.wakeRelay);
	}
	// end::publish[]

}
