package orderly.payment.provider;

/**
 * What became of an order's charge, as far as we know: an outage is a value, not a
 * decline.
 */
public sealed interface Charge {

	/** The provider has taken the money. */
	record Captured() implements Charge {
	}

	/** The provider refused, and took nothing. */
	record Declined() implements Charge {
	}

	/** The charge was voided: nothing was taken, and nothing ever will be. */
	record Ended() implements Charge {
	}

	/**
	 * Nobody knows: no answer in time, none at all, or one that we do not understand. The
	 * money may have been taken.
	 */
	record Unknown() implements Charge {
	}

}
