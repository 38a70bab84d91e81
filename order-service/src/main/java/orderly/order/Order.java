package orderly.order;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import orderly.messaging.InvariantBrokenException;
import orderly.order.inventory.Item;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is at one moment. It is PLACED until it ends, once.
 *
 * @param reason why it was cancelled; null unless it was
 * @param deadline when it is cancelled if nothing else ends it, on the database's clock
 * @param traceparent the trace in which it was placed
 */
record Order(UUID id, String customer, Checkout checkout, String paymentMethod, List<Line> lines, long totalMinor,
		String currency, Status status, @Nullable Reason reason, Instant placedAt, Instant updatedAt, Instant deadline,
		@Nullable String traceparent) {

	/**
	 * A product at the price of the moment when the order was placed.
	 */
	record Line(String sku, String name, int quantity, long unitPriceMinor) {

		long totalMinor() {
			return this.quantity * this.unitPriceMinor;
		}

	}

	enum Status {

		PLACED, CONFIRMED, CANCELLED

	}

	enum Reason {

		SHORT, DECLINED, UNKNOWN, DEADLINE, CUSTOMER

	}

	/** The lines as inventory counts them. */
	static List<Item> items(List<Line> lines) {
		return lines.stream().map((line) -> new Item(line.sku(), line.quantity())).toList();
	}

	@Nullable String traceId() {
		return Attempt.traceIdOf(this.traceparent);
	}

	boolean isCancelled() {
		return this.status == Status.CANCELLED;
	}

	Reason requiredReason() {
		return Objects.requireNonNull(this.reason, "an order that was not cancelled has no reason");
	}

	/** Money that differs from the price is nobody's to accept: a person must look. */
	void requirePaid(long amountMinor, String currency) {
		if (amountMinor != this.totalMinor || !currency.equals(this.currency)) {
			throw new InvariantBrokenException("order %s costs %d %s, but %d %s were captured".formatted(this.id,
					this.totalMinor, this.currency, amountMinor, currency));
		}
	}

}
