package orderly.payment;

import java.util.UUID;

import orderly.messaging.StoredTrace;

import org.springframework.stereotype.Component;

/**
 * Ends the payment of an order that is over. An unknown order gets a tombstone, which a
 * late demand finds; what the provider must be told is left to the {@link Reconciler}, as
 * it may not answer.
 */
@Component
class CancelPayment {

	private final Payments payments;

	private final StoredTrace trace;

	CancelPayment(Payments payments, StoredTrace trace) {
		this.payments = payments;
		this.trace = trace;
	}

	/** Needs a transaction around it. */
	void cancel(UUID orderId, String reason) {
		if (!this.payments.add(Payment.tombstone(orderId, reason, this.trace.current()))) {
			this.payments.change(orderId, (payment) -> payment.cancelled(reason));
		}
	}

}
