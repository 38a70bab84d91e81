package orderly.lab.experiments.books;

import java.net.URI;
import java.util.List;

import orderly.lab.experiments.Lab;
import tools.jackson.databind.JsonNode;

/**
 * The book of the payment provider, which is not ours and cannot be talked into anything.
 */
public record Ledger(Lab lab) {

	/** What it says about an order, as in {@code CHARGE 780}, the oldest first. */
	public List<String> of(String orderId) {
		URI ledger = lab.process().apply("payment-provider").resolve("/ledger?orderId=" + orderId);
		return lab.http().get(ledger).body().path("items").valueStream().map(Ledger::entry).toList();
	}

	private static String entry(JsonNode item) {
		return item.path("kind").asString() + " " + item.path("amountMinor").asLong();
	}

}
