package orderly.payment;

import java.util.Optional;

import orderly.messaging.Message;
import orderly.messaging.Subscriptions;
import orderly.payment.provider.Charge;

import org.springframework.stereotype.Component;

/**
 * What payment-service hears, and what it does then.
 */
@Component
class Messages {

	private final TakePayment takePayment;

	private final CancelPayment cancelPayment;

	private final Payments payments;

	private final Announcements announcements;

	Messages(Subscriptions subscriptions, TakePayment takePayment, CancelPayment cancelPayment, Payments payments,
			Announcements announcements) {
		this.takePayment = takePayment;
		this.cancelPayment = cancelPayment;
		this.payments = payments;
		this.announcements = announcements;
		// tag::subscriptions[]
		subscriptions.on(StockReserved.class, this::ask, this::settle).on(OrderCancelled.class, this::cancel);
		// end::subscriptions[]
	}

	private Optional<Charge> ask(Message<StockReserved> message) {
		return this.takePayment.ask(message.event().orderId(), message.event().demand());
	}

	/** A new message about a known order is answered again. */
	private void settle(Message<StockReserved> message, Optional<Charge> charge) {
		Payment payment = charge.map((answer) -> this.takePayment.settle(message.event().orderId(), answer).after())
			.orElseGet(() -> this.payments.lock(message.event().orderId()));
		if (payment.state() != PaymentState.REFUNDED) {
			this.announcements.announce(payment);
		}
	}

	private void cancel(Message<OrderCancelled> message) {
		this.cancelPayment.cancel(message.event().orderId(), message.event().reason());
	}

}
