package orderly.lab.client;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a customer wants to buy, one sku, and how.
 *
 * @param payment a method of the payment provider, as in {@code card-ok}
 * @param checkout {@code async} or {@code sync}
 * @param key the Idempotency-Key, or null for none
 */
public record Basket(String sku, int quantity, String payment, String checkout, @Nullable String key) {

	public static Basket of(String sku, int quantity) {
		return new Basket(sku, quantity, "card-ok", "async", null);
	}

	public Basket paidBy(String method) {
		return new Basket(sku, quantity, method, checkout, key);
	}

	public Basket in(String how) {
		return new Basket(sku, quantity, payment, how, key);
	}

	public Basket under(String idempotencyKey) {
		return new Basket(sku, quantity, payment, checkout, idempotencyKey);
	}

	/**
	 * {@return the body of a request, which says the same in each version of the API}
	 */
	public Map<String, Object> body() {
		return Map.of("lines", List.of(Map.of("sku", sku, "quantity", quantity)), "payment", Map.of("method", payment),
				"checkout", checkout);
	}

	Map<String, String> headers() {
		return (key == null) ? Map.of() : Map.of("Idempotency-Key", key);
	}

}
