package orderly.payment;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ProviderOutageTests extends PaymentServiceTest {

	@Autowired
	private ProviderProcess provider;

	@Autowired
	private Payments payments;

	@Test
	void anOutageIsNoDeclineAndIsWaitedOut() {
		URI url = this.provider.url();
		this.provider.close();
		try {
			this.neighbours.reserve(this.orderId, "card-ok");
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(this.payments.find(this.orderId)).map(Payment::state)
					.contains(PaymentState.UNKNOWN));
		}
		finally {
			this.provider.restart();
		}
		assertThat(this.provider.url()).isEqualTo(url);
		this.books.awaitState(this.orderId, PaymentState.CAPTURED, "CHARGE");
		this.neighbours.awaitHeard(this.orderId, PaymentCaptured.class);
	}

	@Test
	void aRefundIsNotForgottenInAnOutage() {
		this.neighbours.reserve(this.orderId, "card-ok");
		this.books.awaitState(this.orderId, PaymentState.CAPTURED, "CHARGE");
		this.provider.close();
		try {
			this.neighbours.cancel(this.orderId);
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(this.payments.find(this.orderId)).map(Payment::state)
					.contains(PaymentState.REFUNDING));
		}
		finally {
			this.provider.restart();
		}
		this.books.awaitState(this.orderId, PaymentState.REFUNDED, "CHARGE", "REFUND");
		this.neighbours.awaitHeard(this.orderId, PaymentCaptured.class, PaymentRefunded.class);
	}

}
