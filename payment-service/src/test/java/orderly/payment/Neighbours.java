package orderly.payment;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import orderly.messaging.EventPublisher;
import orderly.messaging.EventType;
import orderly.messaging.Subscriptions;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The other services: they say over the real broker what payment-service hears, and hear
 * what it says.
 */
class Neighbours {

	private final EventPublisher publisher;

	private final TransactionOperations transaction;

	private final JdbcClient jdbc;

	private final MeterRegistry meters;

	private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();

	Neighbours(Subscriptions subscriptions, EventPublisher publisher, TransactionOperations transaction,
			JdbcClient jdbc, MeterRegistry meters) {
		this.publisher = publisher;
		this.transaction = transaction;
		this.jdbc = jdbc;
		this.meters = meters;
		subscriptions.on(PaymentCaptured.class, (message) -> hear(message.event().orderId(), message.event()))
			.on(PaymentDeclined.class, (message) -> hear(message.event().orderId(), message.event()))
			.on(PaymentRefunded.class, (message) -> hear(message.event().orderId(), message.event()));
	}

	private record Heard(UUID orderId, Record event) {
	}

	void reserve(UUID orderId, String method) {
		say(orderId, new StockReserved(orderId, 1250, "EUR", method));
	}

	void cancel(UUID orderId) {
		say(orderId, new OrderCancelled(orderId, "CUSTOMER"));
	}

	/** Says it with the message id that it had the last time. */
	void repeat(UUID orderId, Record event) {
		this.transaction.executeWithoutResult((_) -> this.publisher.publishAgain(orderId, event));
	}

	/** How many messages of a type payment-service has handled. */
	double handled(Class<? extends Record> event) {
		return this.meters.find("orderly.messages")
			.tag("type", typeOf(event))
			.counters()
			.stream()
			.mapToDouble(Counter::count)
			.sum();
	}

	/** How many of those it knew already. */
	double duplicates(Class<? extends Record> event) {
		return this.meters.counter("orderly.messages", "type", typeOf(event), "outcome", "duplicate").count();
	}

	void awaitHeard(UUID orderId, Class<?>... events) {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(typesHeardAbout(orderId)).containsExactly(events));
	}

	void emptyInbox() {
		this.jdbc.sql("delete from inbox").update();
	}

	List<Record> heardAbout(UUID orderId) {
		return this.heard.stream().filter((entry) -> entry.orderId().equals(orderId)).map(Heard::event).toList();
	}

	private List<Class<?>> typesHeardAbout(UUID orderId) {
		return heardAbout(orderId).stream().<Class<?>>map(Object::getClass).toList();
	}

	private void say(UUID orderId, Record event) {
		this.transaction.executeWithoutResult((_) -> this.publisher.publish(orderId, event));
	}

	private static String typeOf(Class<? extends Record> event) {
		return event.getAnnotation(EventType.class).value();
	}

	private void hear(UUID orderId, Record event) {
		this.heard.add(new Heard(orderId, event));
	}

}
