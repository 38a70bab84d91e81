package orderly.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import orderly.messaging.transport.Transport.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a message to the handler of its type, for one effect however often it comes.
 */
class Dispatcher {

	private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

	private final Supplier<Inbox> inbox;

	private final InHand inHand;

	private final FailureClassifier failures;

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	private final Duration lockTimeout;

	private final MeterRegistry meters;

	Dispatcher(Supplier<Inbox> inbox, InHand inHand, FailureClassifier failures, TransactionTemplate transaction,
			JdbcClient jdbc, Duration lockTimeout, MeterRegistry meters) {
		this.inbox = inbox;
		this.inHand = inHand;
		this.failures = failures;
		this.transaction = transaction;
		this.jdbc = jdbc;
		this.lockTimeout = lockTimeout;
		this.meters = meters;
	}

	void dispatch(String subscription, Map<String, Handler<?, ?>> handlers, Envelope envelope) {
		try {
			String type = CloudEvents.typeOf(envelope);
			Handler<?, ?> handler = handlers.get(type);
			String outcome = (handler != null) ? handle(subscription, handler, envelope) : "skipped";
			log.info("{} of {}: {}", type, envelope.key(), outcome);
			this.meters.counter("orderly.messages", "type", type, "outcome", outcome).increment();
		}
		catch (Throwable failure) {
			throw this.failures.classify(failure);
		}
	}

	private <E extends Record, R> String handle(String subscription, Handler<E, R> handler, Envelope envelope) {
		Message<E> message = CloudEvents.unwrap(envelope, handler.event);
		return this.inHand.during(message, () -> handle(subscription, handler, message));
	}

	// tag::handle[]
	private <E extends Record, R> String handle(String subscription, Handler<E, R> handler, Message<E> message) {
		R answer = handler.ask.apply(message);
		return this.transaction.execute((_) -> {
			limitWaiting();
			if (!this.inbox.get().isNew(subscription, message.id())) {
				return "duplicate";
			}
			handler.effect.accept(message, answer);
			return "handled";
		});
	}
	// end::handle[]

	/** A paused handler may hold a lock: its successor must come back, not queue up. */
	private void limitWaiting() {
		this.jdbc.sql("select set_config('lock_timeout', ?, true)")
			.param(this.lockTimeout.toMillis() + "ms")
			.query(String.class)
			.single();
	}

	/**
	 * What a service does about one type of event.
	 *
	 * @param event the record that it reads
	 * @param ask the step outside the transaction
	 * @param effect what the message does, given the answer
	 */
	record Handler<E extends Record, R>(Class<E> event, Function<Message<E>, R> ask, BiConsumer<Message<E>, R> effect) {
	}

}
