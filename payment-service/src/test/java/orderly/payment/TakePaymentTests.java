package orderly.payment;

import orderly.messaging.InvariantBrokenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class TakePaymentTests extends PaymentServiceTest {

	@Autowired
	private TakePayment takePayment;

	@Test
	void capturesWhenTheStockIsReserved() {
		this.neighbours.reserve(this.orderId, "card-ok");
		this.books.awaitState(this.orderId, PaymentState.CAPTURED, "CHARGE");
		this.neighbours.awaitHeard(this.orderId, PaymentCaptured.class);
		assertThat(this.neighbours.heardAbout(this.orderId)).first()
			.isInstanceOfSatisfying(PaymentCaptured.class, (event) -> {
				assertThat(event.amountMinor()).isEqualTo(1250);
				assertThat(event.currency()).isEqualTo("EUR");
			});
	}

	@Test
	void saysThatTheProviderDeclined() {
		this.neighbours.reserve(this.orderId, "card-declined");
		this.books.awaitState(this.orderId, PaymentState.DECLINED, "DECLINE");
		this.neighbours.awaitHeard(this.orderId, PaymentDeclined.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "card-lost", "card-timeout" })
	void findsOutWhatBecameOfALostAnswerAndSaysIt(String method) {
		this.neighbours.reserve(this.orderId, method);
		this.books.awaitState(this.orderId, PaymentState.CAPTURED, "CHARGE");
		this.neighbours.awaitHeard(this.orderId, PaymentCaptured.class);
	}

	@Test
	void capturesOnceHoweverOftenAMessageIsDelivered() {
		double before = this.neighbours.duplicates(StockReserved.class);
		StockReserved event = new StockReserved(this.orderId, 1250, "EUR", "card-ok");
		for (int i = 0; i < 4; i++) {
			this.neighbours.repeat(this.orderId, event);
		}
		await().atMost(30, SECONDS).until(() -> this.neighbours.duplicates(StockReserved.class) >= before + 3);
		this.books.awaitState(this.orderId, PaymentState.CAPTURED, "CHARGE");
		this.neighbours.cancel(this.orderId);
		// the refund is heard after all that was said of the order before it
		this.neighbours.awaitHeard(this.orderId, PaymentCaptured.class, PaymentRefunded.class);
	}

	@Test
	void answersAReplayButCapturesOnceAlsoWithAnEmptiedInbox() {
		StockReserved event = new StockReserved(this.orderId, 1250, "EUR", "card-ok");
		this.neighbours.repeat(this.orderId, event);
		this.neighbours.awaitHeard(this.orderId, PaymentCaptured.class);
		this.neighbours.emptyInbox();
		this.neighbours.repeat(this.orderId, event);
		this.neighbours.awaitHeard(this.orderId, PaymentCaptured.class, PaymentCaptured.class);
		this.books.awaitState(this.orderId, PaymentState.CAPTURED, "CHARGE");
	}

	@Test
	void answersANewMessageAboutAKnownOrderAgain() {
		this.neighbours.reserve(this.orderId, "card-declined");
		this.neighbours.awaitHeard(this.orderId, PaymentDeclined.class);
		this.neighbours.reserve(this.orderId, "card-declined");
		this.neighbours.awaitHeard(this.orderId, PaymentDeclined.class, PaymentDeclined.class);
		this.books.awaitState(this.orderId, PaymentState.DECLINED, "DECLINE");
	}

	@Test
	void neverCallsTheProviderInATransaction() {
		this.neighbours.reserve(this.orderId, "card-ok");
		this.books.awaitState(this.orderId, PaymentState.CAPTURED, "CHARGE");
		this.neighbours.cancel(this.orderId);
		this.books.awaitState(this.orderId, PaymentState.REFUNDED, "CHARGE", "REFUND");
		assertThat(this.gate.callsInTransactions()).isEmpty();
	}

	@Test
	void refusesToBelieveInTwoAmountsForOneOrder() {
		this.neighbours.reserve(this.orderId, "card-ok");
		this.books.awaitState(this.orderId, PaymentState.CAPTURED, "CHARGE");
		assertThatExceptionOfType(InvariantBrokenException.class)
			.isThrownBy(() -> this.takePayment.ask(this.orderId, new Demand(1300, "EUR", "card-ok")))
			.withMessageContaining("1250")
			.withMessageContaining("1300");
	}

}
