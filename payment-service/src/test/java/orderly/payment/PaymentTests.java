package orderly.payment;

import java.util.UUID;

import orderly.payment.provider.Charge;
import orderly.payment.provider.Charge.Captured;
import orderly.payment.provider.Charge.Declined;
import orderly.payment.provider.Charge.Ended;
import orderly.payment.provider.Charge.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentTests {

	private static final Demand DEMAND = new Demand(1250, "EUR", "card-ok");

	private final Payment pending = Payment.intended(UUID.randomUUID(), DEMAND, null);

	@ParameterizedTest
	@EnumSource(names = { "PENDING", "UNKNOWN" })
	void anOpenPaymentBecomesWhatTheProviderSays(PaymentState open) {
		Payment payment = in(open, false);
		assertThat(payment.settled(new Captured()).state()).isEqualTo(PaymentState.CAPTURED);
		assertThat(payment.settled(new Declined())).returns(PaymentState.DECLINED, Payment::state)
			.returns("DECLINED", Payment::reason);
		assertThat(payment.settled(new Ended())).returns(PaymentState.DECLINED, Payment::state)
			.returns("VOIDED", Payment::reason);
		assertThat(payment.settled(new Unknown()).state()).isEqualTo(PaymentState.UNKNOWN);
	}

	@ParameterizedTest
	@EnumSource(names = { "PENDING", "UNKNOWN" })
	void aCancelledOpenPaymentIsRefundedOrOver(PaymentState open) {
		Payment payment = in(open, false).cancelled("DEADLINE");
		assertThat(payment).returns(open, Payment::state).returns(true, Payment::cancelled);
		assertThat(payment.settled(new Captured())).returns(PaymentState.REFUNDING, Payment::state)
			.returns("DEADLINE", Payment::reason)
			.satisfies((refunding) -> assertThat(refunding.refund()).isNotNull());
		assertThat(payment.settled(new Declined()).state()).isEqualTo(PaymentState.CANCELLED);
		assertThat(payment.settled(new Ended()).state()).isEqualTo(PaymentState.CANCELLED);
		assertThat(payment.settled(new Unknown()).state()).isEqualTo(PaymentState.UNKNOWN);
	}

	@Test
	void aCapturedPaymentOfACancelledOrderIsRefundedOnce() {
		Payment refunding = this.pending.settled(new Captured()).cancelled("CUSTOMER");
		assertThat(refunding).returns(PaymentState.REFUNDING, Payment::state);
		assertThat(refunding.cancelled("CUSTOMER")).isEqualTo(refunding);
		assertThat(refunding.refunded().state()).isEqualTo(PaymentState.REFUNDED);
		assertThat(refunding.refunded().refund()).isEqualTo(refunding.refund());
	}

	@Test
	void aDeclinedPaymentKeepsItsReasonWhenItsOrderIsCancelled() {
		Payment declined = this.pending.settled(new Declined()).cancelled("CUSTOMER");
		assertThat(declined).returns(PaymentState.DECLINED, Payment::state).returns("DECLINED", Payment::reason);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "PENDING", "UNKNOWN" })
	void whatHasEndedStaysAsItIs(PaymentState ended) {
		Payment payment = in(ended, ended != PaymentState.CAPTURED);
		for (Charge charge : new Charge[] { new Captured(), new Declined(), new Ended(), new Unknown() }) {
			assertThat(payment.settled(charge)).isEqualTo(payment);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "REFUNDING")
	void onlyWhatIsBeingRefundedIsRefunded(PaymentState other) {
		Payment payment = in(other, true);
		assertThat(payment.refunded()).isEqualTo(payment);
	}

	@ParameterizedTest
	@EnumSource(names = { "CANCELLED", "REFUNDING", "REFUNDED" })
	void aSecondCancelChangesNothing(PaymentState over) {
		Payment payment = in(over, true);
		assertThat(payment.cancelled("CUSTOMER")).isEqualTo(payment);
	}

	@Test
	void onlyALivePendingPaymentIsAsked() {
		assertThat(this.pending.isAskable()).isTrue();
		assertThat(this.pending.cancelled("CUSTOMER").isAskable()).isFalse();
		assertThat(this.pending.settled(new Unknown()).isAskable()).isFalse();
		assertThat(Payment.tombstone(UUID.randomUUID(), "CUSTOMER", null).isAskable()).isFalse();
	}

	private Payment in(PaymentState state, boolean cancelled) {
		return new Payment(this.pending.orderId(), this.pending.paymentId(), state, cancelled, DEMAND, null, null,
				null);
	}

}
