package orderly.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import orderly.messaging.EventType;

/**
 * Heard: an order wants its lines reserved.
 */
// tag::event[]
@EventType(value = "order.placed.v1", topic = "orders")
record OrderPlaced(UUID orderId, List<Line> lines, long totalMinor, String currency, String paymentMethod,
		Instant deadline) {

	List<Item> items() {
		return Item.of(this.lines, Line::item);
	}

}
// end::event[]
