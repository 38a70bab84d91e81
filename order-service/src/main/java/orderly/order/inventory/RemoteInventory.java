package orderly.order.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

import orderly.chassis.CallTimeout;
import orderly.order.inventory.InventoryApi.Reservation;
import orderly.order.inventory.InventoryApi.Wanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Inventory over REST. A failed call, or an answer that makes no sense, is not an empty
 * shelf: it is {@code Unknown}.
 */
@Component
class RemoteInventory implements Inventory {

	private static final Logger logger = LoggerFactory.getLogger(RemoteInventory.class);

	private final InventoryApi api;

	private final InventoryPolicy policy;

	RemoteInventory(InventoryApi api, InventoryPolicy policy) {
		this.api = api;
		this.policy = policy;
	}

	// tag::availability[]
	@Override
	public Availability availabilityOf(List<Item> items) {
		return toValue(this.policy.availabilityTimeout(), () -> lookFor(items), new Availability.Unknown());
	}

	private Availability lookFor(List<Item> items) {
		List<Missing> missing = this.api.stock(items.stream().map(Item::sku).toList()).missingOf(items);
		return missing.isEmpty() ? new Availability.Available() : new Availability.Short(missing);
	}

	/** Every failure is caught: whatever went wrong, nobody knows. */
	private <T> T toValue(Duration limit, Supplier<T> call, T unknown) {
		try {
			return CallTimeout.within(limit, call::get);
		}
		catch (RuntimeException ex) {
			logger.warn("No answer from inventory-service: {}", ex.toString());
			return unknown;
		}
	}
	// end::availability[]

	@Override
	public Hold hold(UUID orderId, List<Item> items, Instant deadline, Duration left) {
		Duration limit = (left.compareTo(this.policy.holdTimeout()) < 0) ? left : this.policy.holdTimeout();
		return toValue(limit, () -> reserve(orderId, new Wanted(items, deadline)), new Hold.Unknown());
	}

	private Hold reserve(UUID orderId, Wanted wanted) {
		try {
			return outcome(this.api.reserve(orderId, wanted));
		}
		catch (HttpClientErrorException.Conflict ex) {
			return outcome(Objects.requireNonNull(ex.getResponseBodyAs(Reservation.class)));
		}
	}

	private static Hold outcome(Reservation reservation) {
		return switch (reservation.state()) {
			case HELD -> new Hold.Held();
			case REJECTED -> new Hold.Short(Objects.requireNonNullElse(reservation.missing(), List.of()));
			case RELEASED, SOLD -> new Hold.Ended();
		};
	}

}
