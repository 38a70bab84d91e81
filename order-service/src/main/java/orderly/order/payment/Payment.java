package orderly.order.payment;

import java.time.Duration;
import java.util.UUID;

/**
 * Payment as order-service sees it. A failed call is a value, never an exception.
 */
public interface Payment {

	/**
	 * Asks for the money of an order. Asking again is safe.
	 * @param orderId the order
	 * @param bill what is to be paid
	 * @param left how long the order can still wait
	 * @return what came of it
	 */
	Charge charge(UUID orderId, Bill bill, Duration left);

}
