package orderly.order.payment;

/**
 * What is to be paid, and how.
 *
 * @param amountMinor the amount in minor units (cents)
 * @param currency ISO 4217 code
 * @param method how the customer pays
 */
public record Bill(long amountMinor, String currency, String method) {
}
