package orderly.messaging.transport;

import java.io.Serial;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Carries messages between services: at least once, in order per key, each to every group
 * that subscribed to its topic.
 */
public interface Transport {

	/**
	 * Hands a message to the broker, and never throws.
	 * @param envelope the message
	 * @return completed when the broker has it for good; failed with
	 * {@link UnsendableException} when it never will, with anything else when it may
	 * succeed another time
	 */
	CompletableFuture<?> send(Envelope envelope);

	/**
	 * Begins to deliver, as soon as the topics exist and the broker can be reached.
	 * @param subscription who hears what
	 * @return ends the delivery, after the message that is in hand
	 */
	Runnable subscribe(Subscription subscription);

	/**
	 * Counts the messages that wait for a group.
	 * @param group the group, whose instances share them
	 * @param topics what it hears
	 * @return how many it has neither handled nor given up
	 */
	long lag(String group, Set<String> topics);

	/**
	 * Counts the messages that a group gave up and nobody has dealt with yet.
	 * @param group the group
	 * @return how many lie in its dead letters
	 */
	long deadLetters(String group);

	/**
	 * A message on its way.
	 *
	 * @param topic where it goes or comes from, without a deployment's prefix
	 * @param key messages of one key stay in order
	 * @param headers CloudEvents 1.0 in binary mode: {@code ce_id}, {@code ce_type}, ...
	 * @param body the event as JSON
	 */
	record Envelope(String topic, String key, Map<String, String> headers, byte[] body) {
	}

	/**
	 * Who hears what.
	 *
	 * @param group the subscriber's name, a service's
	 * @param topics what it hears
	 * @param audience which of the group's instances get a message
	 * @param receiver takes one message at a time per key; returning acknowledges it, a
	 * {@link DeliveryFailure} says whether it is offered again or goes to the dead
	 * letters {@code <group>.dlt.<topic>}
	 */
	record Subscription(String group, Set<String> topics, Audience audience, Consumer<Envelope> receiver) {
	}

	/**
	 * Which of a group's instances get a message.
	 */
	enum Audience {

		/** One of them, from the oldest message on that the group has not handled. */
		ONE_INSTANCE,

		/** Each of them, from now on. */
		EVERY_INSTANCE

	}

	/**
	 * The broker refused a message for what it is: sending it again would not help.
	 */
	class UnsendableException extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1L;

		/**
		 * Creates one.
		 * @param cause what the broker or its client said
		 */
		public UnsendableException(Throwable cause) {
			super(cause);
		}

	}

}
