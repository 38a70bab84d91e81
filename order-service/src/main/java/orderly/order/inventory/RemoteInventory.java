package orderly.order.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import orderly.chassis.CallTimeout;
import orderly.chassis.Deadline;
import orderly.chassis.Policies;
import orderly.order.calls.CallPolicies;
import orderly.order.calls.CallPolicy;
import orderly.order.inventory.InventoryApi.Reservation;
import orderly.order.inventory.InventoryApi.Shelves;
import orderly.order.inventory.InventoryApi.Wanted;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

import static orderly.order.calls.CallPolicy.toValue;

/**
 * Inventory over REST. A failed call, or an answer that makes no sense, is not an empty
 * shelf: it is {@code Unknown}. Both calls are idempotent, and so may be repeated.
 */
@Component
class RemoteInventory implements Inventory {

	private static final String NAME = "inventory-service";

	private final InventoryApi api;

	private final InventoryPolicy policy;

	private final CallPolicy retry;

	private final CallPolicy breaker;

	private final Supplier<Function<List<Item>, Availability>> question;

	RemoteInventory(InventoryApi api, InventoryPolicy policy, CallPolicies calls, Policies policies) {
		this.api = api;
		this.policy = policy;
		this.retry = calls.retry(NAME, policy.retry());
		this.breaker = calls.breaker(NAME, policy.breaker());
		this.question = policies.choose("availability", this::ask, (_) -> new Availability.Unknown());
	}

	@Override
	public Availability availabilityOf(List<Item> items) {
		return this.question.get().apply(items);
	}

	// tag::availability[]
	private Availability ask(List<Item> items) {
		return toValue(this.retry.of(this.breaker.of(() -> lookFor(items))), new Availability.Unknown());
	}

	private Availability lookFor(List<Item> items) {
		List<Missing> missing = stockOf(items).missingOf(items);
		return missing.isEmpty() ? new Availability.Available() : new Availability.Short(missing);
	}

	private Shelves stockOf(List<Item> items) {
		return CallTimeout.within(this.policy.availabilityTimeout(),
				() -> this.api.stock(items.stream().map(Item::sku).toList()));
	}
	// end::availability[]

	@Override
	public Hold hold(UUID orderId, List<Item> items, Instant deadline, Duration left) {
		Wanted wanted = new Wanted(items, deadline);
		return Deadline.within(left,
				() -> toValue(this.retry.of(this.breaker.of(() -> reserve(orderId, wanted))), new Hold.Unknown()));
	}

	private Hold reserve(UUID orderId, Wanted wanted) {
		try {
			return outcome(CallTimeout.within(this.policy.holdTimeout(), () -> this.api.reserve(orderId, wanted)));
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
