package orderly.lab.experiments.oneorder;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import orderly.lab.client.Medium;
import orderly.lab.client.Placement;

/** How an order of this experiment is meant to end, and who must be seen in its trace. */
enum Expected {

	/** Bought and paid. */
	CONFIRMED(Set.of()) {

		@Override
		boolean isSeenIn(Placement placement) {
			return placement.confirmed();
		}

	},

	/** Refused up front: no order, no event, and payment-service never hears of it. */
	SHORT(Set.of("payment-service")) {

		@Override
		boolean isSeenIn(Placement placement) {
			return placement.order() == null && placement.answer().status() == 409
					&& "short".equals(placement.answer().problem());
		}

	},

	/** Cancelled, because the card was declined; what was held is released. */
	DECLINED(Set.of()) {

		@Override
		boolean isSeenIn(Placement placement) {
			return placement.order() != null && "CANCELLED".equals(placement.order().status())
					&& "DECLINED".equals(placement.order().reason());
		}

	};

	static final String GATEWAY = "gateway";

	static final List<String> SERVICES = List.of("order-service", "inventory-service", "payment-service");

	private final Set<String> absent;

	Expected(Set<String> absent) {
		this.absent = absent;
	}

	abstract boolean isSeenIn(Placement placement);

	/** The services in the trace, no more and no fewer. */
	Set<String> services() {
		Set<String> services = new TreeSet<>(SERVICES);
		services.add(GATEWAY);
		services.removeAll(this.absent);
		return services;
	}

	/** Which services must have spans of which kind. */
	Map<Medium, Set<String>> media(String checkout) {
		if (this == SHORT) {
			return Map.of(Medium.HTTP, services(), Medium.SQL, Set.of("inventory-service"), Medium.KAFKA, Set.of());
		}
		Set<String> listeners = "async".equals(checkout) ? Set.copyOf(SERVICES)
				: Set.of("order-service", "inventory-service");
		return Map.of(Medium.HTTP, services(), Medium.SQL, Set.copyOf(SERVICES), Medium.KAFKA, listeners);
	}

}
