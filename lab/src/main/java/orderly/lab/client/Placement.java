package orderly.lab.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * An order from the click to its end.
 *
 * @param answer the first answer of the gateway
 * @param order as it was seen last; null where none was made
 * @param took from the request to the end, by the customer's clock
 */
public record Placement(Basket basket, Answer answer, @Nullable Order order, Duration took) {

	/** The same, looked at again so much later. */
	Placement later(Order seen, Duration more) {
		return new Placement(basket, answer, seen, took.plus(more));
	}

	public boolean confirmed() {
		return order != null && order.confirmed();
	}

	/** The order's state, or why there is no order. */
	public String outcome() {
		return (order != null) ? order.outcome() : "REFUSED (" + why() + ")";
	}

	private String why() {
		return "short".equals(answer.problem()) ? "SHORT" : answer.sentence();
	}

}
