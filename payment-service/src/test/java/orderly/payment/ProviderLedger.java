package orderly.payment;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The provider's own account of an order, against which ours is checked.
 */
class ProviderLedger {

	private final RestClient provider;

	ProviderLedger(URI provider) {
		this.provider = RestClient.create(provider);
	}

	record Line(String kind, long amountMinor, String currency) {
	}

	private record Lines(List<Line> items) {
	}

	List<String> of(UUID orderId) {
		return lines(orderId).stream().map(Line::kind).toList();
	}

	/** The provider has exactly the money that a payment says it has. */
	void assertAgreesWith(Payment payment) {
		long captured = (payment.state() == PaymentState.CAPTURED) ? payment.demanded().amountMinor() : 0;
		assertThat(held(payment.orderId())).as("money of %s", payment).isEqualTo(captured);
	}

	private long held(UUID orderId) {
		return lines(orderId).stream().mapToLong((line) -> switch (line.kind()) {
			case "CHARGE" -> line.amountMinor();
			case "REFUND" -> -line.amountMinor();
			default -> 0;
		}).sum();
	}

	private List<Line> lines(UUID orderId) {
		Lines lines = this.provider.get().uri("/ledger?orderId={id}", orderId).retrieve().body(Lines.class);
		return (lines != null) ? lines.items() : List.of();
	}

}
