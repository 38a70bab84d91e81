package orderly.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An order as version 2 of the API shows it.
 *
 * @param timeline what happened to it, by the events' own time
 * @param traceId the trace in which it was placed
 */
// tag::shape[]
record OrderV2(UUID id, String customer, Status status, Checkout checkout, List<Line> lines, Money total,
		Instant placedAt, List<Timelines.Entry> timeline, @Nullable String traceId) {

	static final String VERSION = "2";

	record Status(Order.Status state, Order.@Nullable Reason reason, Instant at) {
	}

	record Line(String sku, String name, int quantity, Money unitPrice) {
	}
	// end::shape[]

	static OrderV2 of(Order order, List<Timelines.Entry> timeline) {
		return new OrderV2(order.id(), order.customer(), new Status(order.status(), order.reason(), order.updatedAt()),
				order.checkout(), order.lines().stream().map((line) -> line(line, order.currency())).toList(),
				Money.ofMinor(order.totalMinor(), order.currency()), order.placedAt(), timeline, order.traceId());
	}

	private static Line line(Order.Line line, String currency) {
		return new Line(line.sku(), line.name(), line.quantity(), Money.ofMinor(line.unitPriceMinor(), currency));
	}

}
