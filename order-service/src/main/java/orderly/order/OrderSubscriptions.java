package orderly.order;

import orderly.messaging.InvariantBrokenException;
import orderly.messaging.Message;
import orderly.messaging.Subscriptions;
import orderly.order.PartnerEvents.PaymentCaptured;
import orderly.order.PartnerEvents.PaymentDeclined;
import orderly.order.PartnerEvents.PaymentRefunded;
import orderly.order.PartnerEvents.ReservationExpired;
import orderly.order.PartnerEvents.StockRejected;
import orderly.order.PartnerEvents.StockReleased;
import orderly.order.PartnerEvents.StockReserved;

import org.springframework.stereotype.Component;

/**
 * What the partners' events mean for an order. Each handler runs in one transaction that
 * has locked the order's row, and is harmless when its message comes again or late: the
 * order's status decides.
 */
@Component
class OrderSubscriptions {

	private final Orders orders;

	private final EndOrder endOrder;

	// tag::subscriptions[]
	OrderSubscriptions(Subscriptions subscriptions, Orders orders, EndOrder endOrder) {
		this.orders = orders;
		this.endOrder = endOrder;
		subscriptions.on(StockReserved.class, this::stockReserved)
			.on(StockRejected.class, (message) -> cancel(message, Order.Reason.SHORT))
			.on(StockReleased.class, this::lock)
			.on(ReservationExpired.class, this::reservationExpired)
			.on(PaymentCaptured.class, this::paymentCaptured)
			.on(PaymentDeclined.class, (message) -> cancel(message, Order.Reason.DECLINED))
			.on(PaymentRefunded.class, this::lock);
	}

	/**
	 * Payment alone confirms: it comes after the reservation, whichever is heard first.
	 */
	private void paymentCaptured(Message<PaymentCaptured> message) {
		Order order = lock(message);
		order.requirePaid(message.event().amountMinor(), message.event().currency());
		this.endOrder.confirm(order.id());
		repeatCancellation(order);
	}
	// end::subscriptions[]

	private void stockReserved(Message<StockReserved> message) {
		repeatCancellation(lock(message));
	}

	private void cancel(Message<?> message, Order.Reason reason) {
		this.endOrder.cancel(lock(message).id(), reason);
	}

	/**
	 * Inventory asks how the order ended: perhaps it never heard, or there is no end yet.
	 */
	private void reservationExpired(Message<ReservationExpired> message) {
		Order order = lock(message);
		this.endOrder.publish(order);
		if (!this.orders.timeLeft(order.id()).isPositive()) {
			this.endOrder.cancel(order.id(), Order.Reason.DEADLINE);
		}
	}

	/**
	 * Something is held or paid for a cancelled order: its owner may have missed the end.
	 */
	private void repeatCancellation(Order order) {
		if (order.isCancelled()) {
			this.endOrder.publish(order);
		}
	}

	/**
	 * Locks the order that a message is about, and notes in its timeline that it came.
	 */
	private Order lock(Message<?> message) {
		Order order = this.orders.lock(message.key())
			.orElseThrow(() -> new InvariantBrokenException("nobody placed the order " + message.key()));
		this.orders.note(order.id(), withoutVersion(message.type()), message.time());
		return order;
	}

	private static String withoutVersion(String type) {
		return type.substring(0, type.lastIndexOf(".v"));
	}

}
