package orderly.messaging;

import java.util.UUID;

/**
 * What a sender sees of messaging: facts are published in the transaction that makes them
 * true, and reach the broker after its commit, once or more, in order per key
 * (transactional outbox).
 */
public interface EventPublisher {

	/**
	 * Publishes an event under a fresh message id (UUIDv7).
	 * @param key the id of the aggregate that it is about: order per key is kept, and it
	 * is the CloudEvents {@code subject}. Lock the aggregate's row first: the order of
	 * publishing is then the order of commits
	 * @param event a record annotated with {@link EventType}
	 * @throws IllegalStateException where no transaction is active
	 */
	void publish(UUID key, Record event);

	/**
	 * Publishes an event that may be published again: its message id is derived from key
	 * and type, so that a receiver's inbox stops it where it already had its effect.
	 * @param key as above
	 * @param event as above
	 * @throws IllegalStateException where no transaction is active
	 */
	void publishAgain(UUID key, Record event);

}
