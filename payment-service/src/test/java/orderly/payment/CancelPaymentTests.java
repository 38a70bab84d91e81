package orderly.payment;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import org.junit.jupiter.api.Test;

class CancelPaymentTests extends PaymentServiceTest {

	@Test
	void refundsWhatWasCaptured() {
		this.neighbours.reserve(this.orderId, "card-ok");
		this.books.awaitState(this.orderId, PaymentState.CAPTURED, "CHARGE");
		this.neighbours.cancel(this.orderId);
		this.books.awaitState(this.orderId, PaymentState.REFUNDED, "CHARGE", "REFUND");
		this.neighbours.awaitHeard(this.orderId, PaymentCaptured.class, PaymentRefunded.class);
	}

	@Test
	void refundsOnceAlsoWhenTheAnswerIsLostAndTheCancelRepeated() {
		this.gate.loseAnswerOfRefund(this.orderId);
		this.neighbours.reserve(this.orderId, "card-ok");
		this.books.awaitState(this.orderId, PaymentState.CAPTURED, "CHARGE");
		this.neighbours.cancel(this.orderId);
		this.neighbours.cancel(this.orderId);
		this.books.awaitState(this.orderId, PaymentState.REFUNDED, "CHARGE", "REFUND");
		this.neighbours.emptyInbox();
		this.neighbours.cancel(this.orderId);
		this.neighbours.awaitHeard(this.orderId, PaymentCaptured.class, PaymentRefunded.class);
		this.books.awaitState(this.orderId, PaymentState.REFUNDED, "CHARGE", "REFUND");
	}

	@Test
	void leavesATombstoneForTheDemandThatComesLater() {
		this.neighbours.cancel(this.orderId);
		this.books.awaitState(this.orderId, PaymentState.CANCELLED);
		this.neighbours.reserve(this.orderId, "card-ok");
		UUID later = Generators.timeBasedEpochGenerator().generate();
		this.neighbours.reserve(later, "card-ok");
		this.neighbours.awaitHeard(later, PaymentCaptured.class);
		this.books.awaitState(this.orderId, PaymentState.CANCELLED);
		this.neighbours.awaitHeard(this.orderId);
	}

	@Test
	void refundsWhatWasCapturedWithoutAnAnswer() {
		this.neighbours.reserve(this.orderId, "card-lost");
		this.neighbours.cancel(this.orderId);
		// Whichever message came first: nothing was asked, or all was given back.
		this.books.awaitEnd(this.orderId);
	}

	@Test
	void leavesADeclinedPaymentAsItIs() {
		this.neighbours.reserve(this.orderId, "card-declined");
		this.books.awaitState(this.orderId, PaymentState.DECLINED, "DECLINE");
		this.neighbours.cancel(this.orderId);
		this.neighbours.reserve(this.orderId, "card-declined");
		this.neighbours.awaitHeard(this.orderId, PaymentDeclined.class, PaymentDeclined.class);
		this.books.awaitState(this.orderId, PaymentState.DECLINED, "DECLINE");
	}

}
