package orderly.lab.experiments.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import orderly.lab.client.Order;

/**
 * What became of one order: a saga (Garcia-Molina and Salem, 1987) is over when all of it
 * happened, or when what had happened was compensated.
 *
 * @param timeline when each event happened, as order-service tells it
 * @param ledger what the payment provider did, as in {@code CHARGE 780}
 */
record Story(Way way, Order order, Map<String, Instant> timeline, List<String> ledger) {

	static final String RESERVED = "inventory.stock-reserved";

	private static final String RELEASED = "inventory.stock-released";

	private static final String REFUNDED = "payment.refunded";

	// tag::faults[]
	/** Empty where the order went its way, and all that was done is undone, or sold. */
	List<String> faults() {
		List<String> faults = new ArrayList<>();
		require(order.outcome().equals(way.outcome()), "it is " + order.outcome(), faults);
		require(held() || !way.holds(), "no stock was ever held", faults);
		require(charged() || !way.charges(), "no money was ever taken", faults);
		require(happened(RELEASED) == (held() && !order.confirmed()), "the stock is not where it belongs", faults);
		require(happened(REFUNDED) == (charged() && !order.confirmed()), "the money is not where it belongs", faults);
		return faults;
	}
	// end::faults[]

	/** From the decision until nothing was left to undo; empty where nothing was. */
	Optional<Duration> undoing() {
		return Stream.of(RELEASED, REFUNDED)
			.map(timeline::get)
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder())
			.flatMap(last -> Optional.ofNullable(timeline.get("order.cancelled"))
				.map(end -> Duration.between(end, last)));
	}

	@Override
	public String toString() {
		return "order " + order.id() + ": " + String.join(", ", faults()) + "; " + timeline.keySet() + " " + ledger;
	}

	private boolean held() {
		return happened(RESERVED);
	}

	private boolean charged() {
		return ledger.stream().anyMatch(entry -> entry.startsWith("CHARGE"));
	}

	private boolean happened(String event) {
		return timeline.containsKey(event);
	}

	private static void require(boolean good, String fault, List<String> faults) {
		if (!good) {
			faults.add(fault);
		}
	}

}
