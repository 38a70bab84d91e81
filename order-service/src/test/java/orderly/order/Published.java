package orderly.order;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import orderly.messaging.EventPublisher;
import orderly.messaging.StoredTrace;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The real publisher, and a list of what was published and committed.
 */
class Published implements EventPublisher {

	/**
	 * One publication.
	 */
	record Publication(UUID key, Record event, boolean again, @Nullable String traceparent) {
	}

	private final List<Publication> publications = new CopyOnWriteArrayList<>();

	private final EventPublisher publisher;

	private final StoredTrace trace;

	Published(EventPublisher publisher, StoredTrace trace) {
		this.publisher = publisher;
		this.trace = trace;
	}

	@Override
	public void publish(UUID key, Record event) {
		this.publisher.publish(key, event);
		keep(new Publication(key, event, false, this.trace.current()));
	}

	@Override
	public void publishAgain(UUID key, Record event) {
		this.publisher.publishAgain(key, event);
		keep(new Publication(key, event, true, this.trace.current()));
	}

	List<Publication> of(UUID key) {
		return this.publications.stream().filter((publication) -> publication.key().equals(key)).toList();
	}

	/** What order-service says about an order. */
	List<Record> orderEvents(UUID key) {
		return of(key).stream().map(Publication::event).filter(Published::isOurs).toList();
	}

	Stream<Publication> all() {
		return this.publications.stream();
	}

	private static boolean isOurs(Record event) {
		return event instanceof OrderPlaced || event instanceof OrderConfirmed || event instanceof OrderCancelled;
	}

	private void keep(Publication publication) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				Published.this.publications.add(publication);
			}
		});
	}

}
