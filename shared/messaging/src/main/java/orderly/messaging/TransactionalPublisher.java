package orderly.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.fasterxml.uuid.Generators;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Publishes inside a transaction, by the departure that is chosen at that moment.
 */
class TransactionalPublisher implements EventPublisher {

	private final StoredTrace trace;

	private final Supplier<Consumer<Outbox.Row>> departure;

	TransactionalPublisher(StoredTrace trace, Supplier<Consumer<Outbox.Row>> departure) {
		this.trace = trace;
		this.departure = departure;
	}

	@Override
	public void publish(UUID key, Record event) {
		depart(key, Generators.timeBasedEpochGenerator().generate(), event);
	}

	@Override
	public void publishAgain(UUID key, Record event) {
		String name = key + CloudEvents.declaredBy(event.getClass()).value();
		depart(key, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), event);
	}

	private void depart(UUID key, UUID messageId, Record event) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("Publish in the transaction that makes the fact true");
		}
		EventType type = CloudEvents.declaredBy(event.getClass());
		this.departure.get()
			.accept(new Outbox.Row(0, key, messageId, type.value(), type.topic(), Instant.now(), this.trace.current(),
					CloudEvents.json(event)));
	}

}
