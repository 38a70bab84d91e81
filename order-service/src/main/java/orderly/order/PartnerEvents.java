package orderly.order;

import orderly.messaging.EventType;

/**
 * What order-service hears, with the fields that it reads. Which order an event is about,
 * its key says.
 */
interface PartnerEvents {

	@EventType(value = "inventory.stock-reserved.v1", topic = "inventory")
	record StockReserved() {
	}

	@EventType(value = "inventory.stock-rejected.v1", topic = "inventory")
	record StockRejected() {
	}

	@EventType(value = "inventory.stock-released.v1", topic = "inventory")
	record StockReleased() {
	}

	/**
	 * A request, not a fact: inventory still holds stock after the order's deadline, and
	 * asks how the order ended.
	 */
	@EventType(value = "inventory.reservation-expired.v1", topic = "inventory")
	record ReservationExpired() {
	}

	@EventType(value = "payment.captured.v1", topic = "payments")
	record PaymentCaptured(long amountMinor, String currency) {
	}

	@EventType(value = "payment.declined.v1", topic = "payments")
	record PaymentDeclined() {
	}

	@EventType(value = "payment.refunded.v1", topic = "payments")
	record PaymentRefunded() {
	}

}
