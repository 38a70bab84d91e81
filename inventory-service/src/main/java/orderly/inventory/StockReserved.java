package orderly.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import orderly.messaging.EventType;

/**
 * Said: every line is held. It carries forward what payment-service needs, which then
 * waits for no second topic.
 */
@EventType(value = "inventory.stock-reserved.v1", topic = "inventory")
record StockReserved(UUID orderId, List<Line> lines, long amountMinor, String currency, String paymentMethod,
		Instant deadline) {

	static StockReserved of(OrderPlaced order) {
		return new StockReserved(order.orderId(), order.lines(), order.totalMinor(), order.currency(),
				order.paymentMethod(), order.deadline());
	}

}
