package orderly.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An order as version 1 of the API shows it.
 */
record OrderV1(UUID id, String customer, Order.Status status, Order.@Nullable Reason reason, Checkout checkout,
		List<Order.Line> lines, long totalMinor, String currency, Instant placedAt, Instant updatedAt) {

	static final String VERSION = "1";

	static OrderV1 of(Order order) {
		return new OrderV1(order.id(), order.customer(), order.status(), order.reason(), order.checkout(),
				order.lines(), order.totalMinor(), order.currency(), order.placedAt(), order.updatedAt());
	}

}
