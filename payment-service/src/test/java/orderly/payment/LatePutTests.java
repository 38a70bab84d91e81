package orderly.payment;

import orderly.payment.provider.Charge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request to pay for an order whose cancel is only marked: what the provider must be
 * told, the reconciler has not told it yet.
 */
class LatePutTests extends PaymentServiceTest {

	private static final Demand DEMAND = new Demand(1250, "EUR", "card-ok");

	@Autowired
	private Payments payments;

	@Autowired
	private CancelPayment cancelPayment;

	@Autowired
	private TransactionOperations transaction;

	@Autowired
	private JdbcClient jdbc;

	private RestTestClient http;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
	}

	@ParameterizedTest
	@ValueSource(strings = { "PENDING", "UNKNOWN" })
	void isRefusedWhileTheCancelIsMarked(PaymentState state) {
		this.transaction.executeWithoutResult((_) -> {
			this.payments.add(Payment.intended(this.orderId, DEMAND, null));
			if (state == PaymentState.UNKNOWN) {
				this.payments.change(this.orderId, (payment) -> payment.settled(new Charge.Unknown()));
			}
			cancelAndKeepFromTheReconciler();
		});
		put().expectStatus().isEqualTo(409).expectBody().jsonPath("$.state").isEqualTo("CANCELLED");
		assertThat(this.payments.find(this.orderId)).map(Payment::state).contains(state);
		leaveToTheReconciler();
		this.books.awaitState(this.orderId, PaymentState.CANCELLED, "VOID");
	}

	@Test
	void isRefusedWhileTheMoneyIsBeingGivenBack() {
		put().expectStatus().isOk();
		this.transaction.executeWithoutResult((_) -> cancelAndKeepFromTheReconciler());
		put().expectStatus().isEqualTo(409).expectBody().jsonPath("$.state").isEqualTo("REFUNDING");
		leaveToTheReconciler();
		this.books.awaitState(this.orderId, PaymentState.REFUNDED, "CHARGE", "REFUND");
	}

	private ResponseSpec put() {
		return this.http.put()
			.uri("/payments/" + this.orderId)
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"amountMinor\":1250,\"currency\":\"EUR\",\"method\":\"card-ok\"}")
			.exchange();
	}

	private void cancelAndKeepFromTheReconciler() {
		this.cancelPayment.cancel(this.orderId, "CUSTOMER");
		due("1 hour");
	}

	private void leaveToTheReconciler() {
		due("0 s");
	}

	private void due(String in) {
		this.jdbc.sql("update payments set due_at = now() + cast(? as interval) where order_id = ?")
			.params(in, this.orderId)
			.update();
	}

}
