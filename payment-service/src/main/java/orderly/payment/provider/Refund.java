package orderly.payment.provider;

/**
 * What became of a refund, as far as we know.
 */
public enum Refund {

	/** The money was given back. */
	REFUNDED,

	/** Nobody knows: ask again, with the same refund id. */
	UNKNOWN

}
