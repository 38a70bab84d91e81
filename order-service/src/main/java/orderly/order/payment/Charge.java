package orderly.order.payment;

/**
 * What came of asking for a payment.
 */
public sealed interface Charge {

	/**
	 * The money is ours.
	 */
	record Captured() implements Charge {
	}

	/**
	 * The provider refused, and no money moved.
	 */
	record Declined() implements Charge {
	}

	/**
	 * Payment has already heard that the order was cancelled.
	 */
	record Ended() implements Charge {
	}

	/**
	 * Nobody knows: the money may have moved or not.
	 */
	record Unknown() implements Charge {
	}

}
