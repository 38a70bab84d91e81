package orderly.messaging;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a receiver sees of messaging. Handlers are registered while the application
 * context starts, and get messages once it is ready.
 * <p>
 * A handler that returns has had its one effect. One that throws holds the partition and
 * is tried again with a growing pause: until it succeeds where something it needs is
 * away, ten times where nobody foresaw the exception, three times for
 * {@link InvariantBrokenException}. After that the message goes to the dead letters.
 */
public interface Subscriptions {

	/**
	 * One instance of this service handles each message. The effect runs in one
	 * transaction with the inbox entry that stops a duplicate: write to the database
	 * there, and call nobody.
	 * @param <E> the event
	 * @param event the record that says which type, topic and fields are read
	 * @param effect what the message does
	 * @return this
	 */
	<E extends Record> Subscriptions on(Class<E> event, Consumer<Message<E>> effect);

	/**
	 * As {@link #on(Class, Consumer)}, with a step outside the transaction before it: a
	 * call to the outside world, which must be idempotent because it runs again with each
	 * delivery.
	 * @param <E> the event
	 * @param <R> what the first step found out
	 * @param event the record that says which type, topic and fields are read
	 * @param ask the step outside the transaction
	 * @param effect what the message does, given the answer
	 * @return this
	 */
	<E extends Record, R> Subscriptions on(Class<E> event, Function<Message<E>, R> ask,
			BiConsumer<Message<E>, R> effect);

	/**
	 * Every instance of this service sees each new message, from now on and without an
	 * inbox: for event streams and caches, not for effects.
	 * @param <E> the event
	 * @param event the record that says which type, topic and fields are read
	 * @param listener what each instance does
	 * @return this
	 */
	<E extends Record> Subscriptions onEveryInstance(Class<E> event, Consumer<Message<E>> listener);

}
