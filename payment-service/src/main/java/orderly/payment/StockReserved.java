package orderly.payment;

import java.util.UUID;

import orderly.messaging.EventType;

/**
 * The goods are held: the customer's money is taken.
 */
@EventType(value = "inventory.stock-reserved.v1", topic = "inventory")
record StockReserved(UUID orderId, long amountMinor, String currency, String paymentMethod) {

	Demand demand() {
		return new Demand(this.amountMinor, this.currency, this.paymentMethod);
	}

}
