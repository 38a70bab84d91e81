package orderly.order;

import java.util.Locale;
import java.util.UUID;

import orderly.messaging.EventPublisher;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one decider. Whoever wants to end an order (an answer, the deadline, the driver of
 * a synchronous checkout, the customer) comes here; of all that come, the first wins, and
 * the others change nothing.
 */
@Component
class EndOrder {

	private final Orders orders;

	private final EventPublisher events;

	private final IdempotencyKeys keys;

	private final OrderMetrics metrics;

	EndOrder(Orders orders, EventPublisher events, IdempotencyKeys keys, OrderMetrics metrics) {
		this.orders = orders;
		this.events = events;
		this.keys = keys;
		this.metrics = metrics;
	}

	@Transactional
	void confirm(UUID id) {
		end(id, Order.Status.CONFIRMED, null);
	}

	@Transactional
	void cancel(UUID id, Order.Reason reason) {
		end(id, Order.Status.CANCELLED, reason);
	}

	// tag::one-decider[]
	private void end(UUID id, Order.Status status, Order.@Nullable Reason reason) {
		this.orders.end(id, status, reason).ifPresent((order) -> {
			this.orders.note(order.id(), "order." + order.status().name().toLowerCase(Locale.ROOT), order.updatedAt());
			publish(order);
			this.keys.answer(order);
			this.metrics.ended(order);
		});
	}
	// end::one-decider[]

	/**
	 * Publishes an order's end, always under the same message id: whoever has heard it
	 * already is not disturbed, whoever has not can now act.
	 * @param order an order whose row this transaction has locked; nothing is published
	 * if it has not ended
	 */
	@Transactional
	void publish(Order order) {
		switch (order.status()) {
			case CONFIRMED -> this.events.publishAgain(order.id(),
					new OrderConfirmed(order.id(), order.totalMinor(), order.currency()));
			case CANCELLED ->
				this.events.publishAgain(order.id(), new OrderCancelled(order.id(), order.requiredReason()));
			case PLACED -> {
			}
		}
	}

}
