package orderly.payment;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import orderly.payment.provider.Charge;
import orderly.payment.provider.Charge.Captured;
import orderly.payment.provider.Charge.Declined;
import orderly.payment.provider.Charge.Ended;
import orderly.payment.provider.Charge.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * The payment of one order. Whatever arrives, in whatever order and however often, it
 * moves only forward.
 *
 * @param orderId the order, one payment each
 * @param paymentId its own id
 * @param state where it is
 * @param cancelled whether the order was cancelled: a capture found later is refunded
 * @param demand what is asked; absent in the tombstone of an order that was cancelled
 * before anything was asked
 * @param reason why it was declined, or the order cancelled
 * @param refundId the refund's id, made once
 * @param traceparent the trace of the order, for work that a timer does
 */
record Payment(UUID orderId, UUID paymentId, PaymentState state, boolean cancelled, @Nullable Demand demand,
		@Nullable String reason, @Nullable UUID refundId, @Nullable String traceparent) {

	/** What we are about to do: written before the provider is asked. */
	static Payment intended(UUID orderId, Demand demand, @Nullable String traceparent) {
		return new Payment(orderId, newId(), PaymentState.PENDING, false, demand, null, null, traceparent);
	}

	/** A late demand for an order that is over finds this. */
	static Payment tombstone(UUID orderId, String reason, @Nullable String traceparent) {
		return new Payment(orderId, newId(), PaymentState.CANCELLED, true, null, reason, null, traceparent);
	}

	/** Whether the customer's money may be asked for. */
	boolean isAskable() {
		return this.state == PaymentState.PENDING && !this.cancelled;
	}

	/** What the provider says of the charge; it says nothing new about a known end. */
	Payment settled(Charge charge) {
		if (!this.state.isOpen()) {
			return this;
		}
		return switch (charge) {
			case Captured() -> this.cancelled ? refunding() : in(PaymentState.CAPTURED, this.reason);
			case Declined() -> this.cancelled ? in(PaymentState.CANCELLED, this.reason) : declined("DECLINED");
			case Ended() -> this.cancelled ? in(PaymentState.CANCELLED, this.reason) : declined("VOIDED");
			case Unknown() -> in(PaymentState.UNKNOWN, this.reason);
		};
	}

	/**
	 * The order is over: what is not captured is to be voided, what is to be refunded.
	 */
	Payment cancelled(String reason) {
		return switch (this.state) {
			case PENDING, UNKNOWN -> marked(reason);
			case CAPTURED -> marked(reason).refunding();
			case DECLINED -> marked((this.reason != null) ? this.reason : reason);
			case CANCELLED, REFUNDING, REFUNDED -> this;
		};
	}

	/** The provider gave the money back. */
	Payment refunded() {
		return (this.state == PaymentState.REFUNDING) ? in(PaymentState.REFUNDED, this.reason) : this;
	}

	/** What was asked, where anything can have been. */
	Demand demanded() {
		if (this.demand == null) {
			throw new IllegalStateException("Nothing was ever asked for order " + this.orderId);
		}
		return this.demand;
	}

	/** The id of the refund, made when the payment entered REFUNDING. */
	UUID refund() {
		if (this.refundId == null) {
			throw new IllegalStateException("No refund was ever begun for order " + this.orderId);
		}
		return this.refundId;
	}

	private Payment declined(String reason) {
		return in(PaymentState.DECLINED, reason);
	}

	private Payment refunding() {
		return new Payment(this.orderId, this.paymentId, PaymentState.REFUNDING, true, this.demand, this.reason,
				newId(), this.traceparent);
	}

	private Payment marked(@Nullable String reason) {
		return new Payment(this.orderId, this.paymentId, this.state, true, this.demand, reason, this.refundId,
				this.traceparent);
	}

	private Payment in(PaymentState state, @Nullable String reason) {
		return new Payment(this.orderId, this.paymentId, state, this.cancelled, this.demand, reason, this.refundId,
				this.traceparent);
	}

	private static UUID newId() {
		return Generators.timeBasedEpochGenerator().generate();
	}

}
