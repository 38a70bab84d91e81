package orderly.provider;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of the ledger. An order has at most one charge, decline or void, and then
 * perhaps refunds; no line ever changes.
 *
 * @param kind what happened
 * @param id the charge's or the refund's id
 * @param orderId the merchant's order
 * @param amountMinor how much, in minor units; 0 for a void
 * @param currency the ISO 4217 code
 * @param at when, on the database's clock
 */
record Entry(Kind kind, UUID id, UUID orderId, long amountMinor, String currency, Instant at) {

	/** The one currency that this provider settles in. */
	static final String CURRENCY = "EUR";

	/** What happened, and what that makes of the charge in the merchant's eyes. */
	enum Kind {

		CHARGE("CAPTURED"), DECLINE("DECLINED"), VOID("VOIDED"), REFUND("REFUNDED");

		private final String state;

		Kind(String state) {
			this.state = state;
		}

		String state() {
			return this.state;
		}

	}

}
