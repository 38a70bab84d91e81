package orderly.payment;

import java.util.Objects;

import orderly.messaging.EventPublisher;

import org.springframework.stereotype.Component;

/**
 * Says where a payment ended. Said again, it is a new message: whoever asks again gets an
 * answer that no inbox stops.
 */
@Component
class Announcements {

	private final EventPublisher publisher;

	Announcements(EventPublisher publisher) {
		this.publisher = publisher;
	}

	/**
	 * Publishes what the order waits for; of any other state there is nothing to say.
	 * @param payment a payment that this transaction has locked
	 */
	void announce(Payment payment) {
		switch (payment.state()) {
			case CAPTURED -> publish(payment, captured(payment));
			case DECLINED -> publish(payment, declined(payment));
			case REFUNDED -> publish(payment, refunded(payment));
			case PENDING, UNKNOWN, CANCELLED, REFUNDING -> {
			}
		}
	}

	private void publish(Payment payment, Record event) {
		this.publisher.publish(payment.orderId(), event);
	}

	private static Record captured(Payment payment) {
		Demand demand = payment.demanded();
		return new PaymentCaptured(payment.orderId(), payment.paymentId(), demand.amountMinor(), demand.currency());
	}

	private static Record declined(Payment payment) {
		return new PaymentDeclined(payment.orderId(), Objects.requireNonNullElse(payment.reason(), "DECLINED"));
	}

	private static Record refunded(Payment payment) {
		return new PaymentRefunded(payment.orderId(), payment.paymentId(), payment.demanded().amountMinor());
	}

}
