package orderly.payment;

/**
 * What is asked of the customer.
 *
 * @param amountMinor how much, in minor units
 * @param currency the ISO 4217 code
 * @param method how the customer pays
 */
record Demand(long amountMinor, String currency, String method) {
}
