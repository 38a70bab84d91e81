package orderly.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import orderly.messaging.EventType;

/**
 * An order was taken, and waits for stock and payment.
 */
@EventType(value = "order.placed.v1", topic = "orders")
record OrderPlaced(UUID orderId, String customer, List<Line> lines, long totalMinor, String currency,
		String paymentMethod, Instant deadline) {

	record Line(String sku, int quantity, long unitPriceMinor) {
	}

	static OrderPlaced of(Order order) {
		List<Line> lines = order.lines()
			.stream()
			.map((line) -> new Line(line.sku(), line.quantity(), line.unitPriceMinor()))
			.toList();
		return new OrderPlaced(order.id(), order.customer(), lines, order.totalMinor(), order.currency(),
				order.paymentMethod(), order.deadline());
	}

}
