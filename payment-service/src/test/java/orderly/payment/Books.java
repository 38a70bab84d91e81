package orderly.payment;

import java.time.Duration;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Both accounts of a payment, ours and the provider's.
 */
class Books {

	private final Payments payments;

	private final ProviderLedger ledger;

	Books(Payments payments, ProviderLedger ledger) {
		this.payments = payments;
		this.ledger = ledger;
	}

	/** Waits for a payment's state, and checks that the provider has the money we say. */
	void awaitState(UUID orderId, PaymentState state, String... ledger) {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.payments.find(orderId).map(Payment::state)).contains(state));
		assertThat(this.ledger.of(orderId)).containsExactly(ledger);
		this.ledger.assertAgreesWith(this.payments.find(orderId).orElseThrow());
	}

	/** Waits until nothing is open, whatever the end is. */
	void awaitEnd(UUID orderId) {
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			assertThat(this.payments.find(orderId)).map(Payment::state)
				.get()
				.isIn(PaymentState.CANCELLED, PaymentState.REFUNDED);
			this.ledger.assertAgreesWith(this.payments.find(orderId).orElseThrow());
		});
	}

}
