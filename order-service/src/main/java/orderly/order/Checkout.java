package orderly.order;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whether the customer waits for an order's end.
 */
enum Checkout {

	/** The order is answered at once, and ends later, by messages. */
	ASYNC,

	/** The customer waits while the order is driven over REST. */
	SYNC;

	static Checkout of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	@Override
	@JsonValue
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
