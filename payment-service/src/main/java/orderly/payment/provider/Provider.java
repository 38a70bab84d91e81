package orderly.payment.provider;

import java.util.UUID;

/**
 * The payment provider. Each call may be made again: a charge is known by its order, a
 * refund by its own id. No call fails; what nobody knows is a value. Never call it in a
 * database transaction: it may take as long as it likes.
 */
public interface Provider {

	/**
	 * Takes the money for an order, once, however often it is asked.
	 * @param orderId the order, which is the key
	 * @param amountMinor how much, in minor units
	 * @param currency the ISO 4217 code
	 * @param method how the customer pays
	 * @return what became of it
	 */
	Charge charge(UUID orderId, long amountMinor, String currency, String method);

	/**
	 * Makes a charge that was not captured impossible, also one that is still on its way.
	 * @param orderId the order
	 * @return {@link Charge.Ended}, or what had become of the charge before
	 */
	Charge end(UUID orderId);

	/**
	 * Gives back what was captured for an order, once for each refund id.
	 * @param refundId the refund, which is the key
	 * @param orderId the order
	 * @param amountMinor how much, in minor units
	 * @return what became of it
	 */
	Refund refund(UUID refundId, UUID orderId, long amountMinor);

}
