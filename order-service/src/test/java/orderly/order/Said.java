package orderly.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import orderly.messaging.EventType;

/**
 * What the partners say, with all the fields that they write.
 */
interface Said {

	record Line(String sku, int quantity, long unitPriceMinor) {
	}

	@EventType(value = "inventory.stock-reserved.v1", topic = "inventory")
	record StockReserved(UUID orderId, List<Line> lines, long amountMinor, String currency, String paymentMethod,
			Instant deadline) {

		StockReserved(UUID orderId) {
			this(orderId, List.of(new Line("TEA-001", 2, 1250)), 2500, "EUR", "card-ok", Instant.now());
		}

	}

	@EventType(value = "inventory.stock-rejected.v1", topic = "inventory")
	record StockRejected(UUID orderId, List<String> missing) {
	}

	@EventType(value = "inventory.stock-released.v1", topic = "inventory")
	record StockReleased(UUID orderId, String reason) {
	}

	@EventType(value = "inventory.reservation-expired.v1", topic = "inventory")
	record ReservationExpired(UUID orderId) {
	}

	@EventType(value = "payment.captured.v1", topic = "payments")
	record PaymentCaptured(UUID orderId, UUID paymentId, long amountMinor, String currency) {

		PaymentCaptured(UUID orderId, long amountMinor, String currency) {
			this(orderId, UUID.randomUUID(), amountMinor, currency);
		}

	}

	@EventType(value = "payment.declined.v1", topic = "payments")
	record PaymentDeclined(UUID orderId, String reason) {
	}

	@EventType(value = "payment.refunded.v1", topic = "payments")
	record PaymentRefunded(UUID orderId, UUID paymentId, long amountMinor) {
	}

}
