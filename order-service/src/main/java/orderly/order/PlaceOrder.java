package orderly.order;

import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import orderly.chassis.Deadline;
import orderly.chassis.Problem;
import orderly.messaging.EventPublisher;
import orderly.order.Placement.Refused;
import orderly.order.Placement.Repeated;
import orderly.order.Placement.Taken;
import orderly.order.inventory.Availability.Available;
import orderly.order.inventory.Availability.Short;
import orderly.order.inventory.Availability.Unknown;
import orderly.order.inventory.Inventory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes an order: fixes the prices, asks for stock, and commits the order together with
 * the fact that it was placed; or, for a customer who waits, drives it to its end.
 */
@Component
class PlaceOrder {

	private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

	private final IdempotencyKeys keys;

	private final Products products;

	private final Inventory inventory;

	private final Orders orders;

	private final EventPublisher events;

	private final DriveOrder driveOrder;

	private final TransactionTemplate transaction;

	private final ObservationRegistry observations;

	PlaceOrder(IdempotencyKeys keys, Products products, Inventory inventory, Orders orders, EventPublisher events,
			DriveOrder driveOrder, TransactionTemplate transaction, ObservationRegistry observations) {
		this.keys = keys;
		this.products = products;
		this.inventory = inventory;
		this.orders = orders;
		this.events = events;
		this.driveOrder = driveOrder;
		this.transaction = transaction;
		this.observations = observations;
	}

	// tag::place-order[]
	Placement place(OrderRequest request, Attempt attempt) {
		return observed(request.checkout(),
				() -> repeated(attempt, () -> placeNew(this.products.price(request), attempt)));
	}

	private Placement placeNew(Basket basket, Attempt attempt) {
		return switch (this.inventory.availabilityOf(basket.items())) {
			case Short(var missing) -> repeated(attempt, () -> new Refused(missing));
			// unknown is no refusal: the workflow finds out
			case Available _, Unknown _ -> take(basket, attempt);
		};
	}

	private Placement take(Basket basket, Attempt attempt) {
		requireTime();
		UUID id = this.ids.generate();
		Placement placement = this.transaction.execute((_) -> commit(id, basket, attempt));
		return switch (basket.checkout()) {
			case ASYNC -> placement;
			case SYNC -> (placement instanceof Taken(var order)) ? new Taken(this.driveOrder.drive(order)) : placement;
		};
	}
	// end::place-order[]

	// tag::publish[]
	private Placement commit(UUID id, Basket basket, Attempt attempt) {
		if (!this.keys.claim(attempt, id)) {
			return new Repeated(this.keys.find(attempt).orElseThrow());
		}
		Order order = this.orders.add(id, basket, attempt);
		if (order.checkout() == Checkout.ASYNC) {
			this.events.publish(order.id(), OrderPlaced.of(order));
			this.keys.answer(order);
		}
		requireTime();
		return new Taken(order);
	}
	// end::publish[]

	/** Nobody waits any longer for the answer: what is not committed yet shall not be. */
	private static void requireTime() {
		if (Deadline.hasPassed()) {
			throw OrderProblems.tooLate();
		}
	}

	private Placement repeated(Attempt attempt, Supplier<Placement> otherwise) {
		return this.keys.find(attempt).<Placement>map(Repeated::new).orElseGet(otherwise);
	}

	// tag::observed[]
	private Placement observed(String checkout, Supplier<Placement> work) {
		Observation observation = Observation.createNotStarted("orders.place", this.observations)
			.lowCardinalityKeyValue("checkout", checkout)
			.lowCardinalityKeyValue("outcome", "failed");
		return observation.observe(() -> tagged(observation, work));
	}
	// end::observed[]

	private static Placement tagged(Observation observation, Supplier<Placement> work) {
		try {
			return tagged(observation, work.get());
		}
		catch (Problem refusal) {
			observation.lowCardinalityKeyValue("outcome", "refused");
			throw refusal;
		}
	}

	private static Placement tagged(Observation observation, Placement placement) {
		observation.lowCardinalityKeyValue("outcome", placement.outcome());
		if (placement instanceof Taken(var order)) {
			observation.highCardinalityKeyValue("order.id", order.id().toString());
		}
		return placement;
	}

}
