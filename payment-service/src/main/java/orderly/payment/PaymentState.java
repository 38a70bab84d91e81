package orderly.payment;

/**
 * Where a payment is.
 */
enum PaymentState {

	/** We intend to charge; the provider may be answering just now. */
	PENDING,

	/** The provider gave no answer: the reconciler finds out. */
	UNKNOWN,

	/** The provider has the money. */
	CAPTURED,

	/** The provider refused. */
	DECLINED,

	/** The order ended; nothing was taken and nothing will be. */
	CANCELLED,

	/** The order ended after the money was taken: it must be given back. */
	REFUNDING,

	/** The money was given back. */
	REFUNDED;

	/** Whether it is not known yet what the provider did. */
	boolean isOpen() {
		return this == PENDING || this == UNKNOWN;
	}

	/** Whether the reconciler has something to do, now or later. */
	boolean isUnfinished() {
		return isOpen() || this == REFUNDING;
	}

}
