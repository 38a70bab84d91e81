package orderly.order.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Inventory as order-service sees it. A failed call is a value, never an exception.
 */
public interface Inventory {

	/**
	 * Asks whether there is enough.
	 * @param items distinct products
	 * @return the answer of this moment, or that nobody knows
	 */
	Availability availabilityOf(List<Item> items);

	/**
	 * Asks to hold an order's items, all or nothing. Asking again is safe.
	 * @param orderId the order
	 * @param items distinct products
	 * @param deadline when the order ends by itself
	 * @param left how long the order can still wait
	 * @return what came of it
	 */
	Hold hold(UUID orderId, List<Item> items, Instant deadline, Duration left);

}
