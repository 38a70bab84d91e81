package orderly.order;

import java.util.List;
import java.util.Locale;

import orderly.order.inventory.Missing;

/**
 * What came of an attempt to place an order.
 */
sealed interface Placement {

	/**
	 * There is an order, as it was when the attempt was over.
	 */
	record Taken(Order order) implements Placement {
	}

	/**
	 * There is no order, because there is too little stock.
	 */
	record Refused(List<Missing> missing) implements Placement {
	}

	/**
	 * The attempt was made before, and gets the same answer again.
	 */
	record Repeated(Answer answer) implements Placement {
	}

	/** In one word, for metrics. */
	default String outcome() {
		return switch (this) {
			case Taken(var order) -> order.status().name().toLowerCase(Locale.ROOT);
			case Refused _ -> "short";
			case Repeated _ -> "repeated";
		};
	}

}
