package orderly.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import orderly.chassis.Deadline;
import orderly.chassis.StandardProblem;
import orderly.messaging.StoredTrace;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds every line of an order, or none. The first answer stands: asked again, it says
 * what became of that order.
 */
@Component
class ReserveStock {

	private final Reservations reservations;

	private final Warehouse warehouse;

	private final ExpirySettings expiry;

	private final StoredTrace trace;

	ReserveStock(Reservations reservations, Warehouse warehouse, ExpirySettings expiry, StoredTrace trace) {
		this.reservations = reservations;
		this.warehouse = warehouse;
		this.expiry = expiry;
		this.trace = trace;
	}

	@Transactional
	Hold reserve(UUID orderId, List<Item> items, Instant deadline) {
		requireTime();
		Instant askAt = deadline.plus(this.expiry.after());
		if (!this.reservations.hold(orderId, deadline, askAt, this.trace.current())) {
			return asItStands(orderId);
		}
		this.reservations.add(orderId, items);
		List<Missing> missing = missing(items, this.warehouse.lock(orderId));
		requireTime();
		return missing.isEmpty() ? hold(orderId) : reject(orderId, missing);
	}

	/** Whoever waited too long for a connection, or a lock, works for nobody any more. */
	private static void requireTime() {
		if (Deadline.hasPassed()) {
			throw StandardProblem.TIMEOUT.because("The time for this request is over, and nothing is held.");
		}
	}

	private Hold asItStands(UUID orderId) {
		return switch (this.reservations.lock(orderId)) {
			case HELD -> new Hold.Held();
			case REJECTED -> new Hold.Short(this.reservations.missing(orderId));
			case SOLD -> new Hold.Ended(ReservationState.SOLD);
			case RELEASED -> new Hold.Ended(ReservationState.RELEASED);
		};
	}

	private Hold hold(UUID orderId) {
		this.warehouse.hold(orderId);
		return new Hold.Held();
	}

	private Hold reject(UUID orderId, List<Missing> missing) {
		this.reservations.miss(orderId, missing);
		this.reservations.end(orderId, ReservationState.REJECTED);
		return new Hold.Short(missing);
	}

	private static List<Missing> missing(List<Item> items, Map<String, Stock> stock) {
		return items.stream()
			.map((item) -> new Missing(item.sku(), item.quantity(),
					stock.getOrDefault(item.sku(), Stock.none(item.sku())).available()))
			.filter((line) -> line.available() < line.requested())
			.toList();
	}

}
