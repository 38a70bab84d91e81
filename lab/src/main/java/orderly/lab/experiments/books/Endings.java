package orderly.lab.experiments.books;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import orderly.lab.client.Order;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Patience;
import orderly.lab.load.Samples;

/** The orders of an experiment, each as it was seen last. */
public record Endings(List<Order> orders) {

	/**
	 * Asks for each accepted order until it ended, or until this time is over. Who tells
	 * may be away for a while, which says nothing about the orders.
	 */
	public static Endings await(Lab lab, Collection<String> ids, Duration longest) {
		Map<String, Order> seen = new LinkedHashMap<>();
		new Patience(longest, Duration.ofMillis(500)).until(() -> look(lab, ids, seen), List::isEmpty);
		return new Endings(ids.stream()
			.distinct()
			.map(id -> Optional.ofNullable(seen.get(id)).orElseGet(() -> lab.gateway().order(id)))
			.toList());
	}

	/** The orders that a load made: those whose answers say so. */
	public static List<String> accepted(Samples samples) {
		return samples.ok()
			.all()
			.stream()
			.map(sample -> sample.answer().body().path("id").asString(""))
			.filter(id -> !id.isEmpty())
			.distinct()
			.toList();
	}

	/** Every accepted order ends. */
	public Finding allEnded() {
		List<String> open = orders.stream().filter(order -> !order.ended()).map(Order::id).toList();
		return new Finding("every accepted order ended", open.isEmpty() && !orders.isEmpty(),
				orders.size() + " orders" + (open.isEmpty() ? "" : ", still open " + open));
	}

	/** Those that ended so, as {@code CANCELLED (SHORT)}. */
	public long count(String outcome) {
		return orders.stream().filter(order -> order.outcome().equals(outcome)).count();
	}

	/** The part that was confirmed; NaN where there are none. */
	public double shareConfirmed() {
		return orders.stream().filter(Order::confirmed).count() / (double) orders.size();
	}

	/**
	 * {@return those that are not known to have ended}
	 */
	private static List<String> look(Lab lab, Collection<String> ids, Map<String, Order> seen) {
		List<String> open = open(ids, seen);
		open.forEach(id -> lab.gateway().find(id).ifPresent(order -> seen.put(id, order)));
		return open(ids, seen);
	}

	private static List<String> open(Collection<String> ids, Map<String, Order> seen) {
		return ids.stream().filter(id -> !seen.containsKey(id) || !seen.get(id).ended()).toList();
	}

}
