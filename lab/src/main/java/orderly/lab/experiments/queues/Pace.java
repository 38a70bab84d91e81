package orderly.lab.experiments.queues;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import orderly.lab.client.Order;

/**
 * When orders came and when they ended, by the service's own notes.
 *
 * @param start the moment that is second 0
 */
public record Pace(Instant start, List<Order> orders) {

	/** How many were placed in each second. */
	public SortedMap<Double, Double> placed() {
		return perSecond(orders.stream().map(order -> seconds(order.placedAt())).toList());
	}

	/** How many ended in each second. */
	public SortedMap<Double, Double> ended() {
		return perSecond(endings());
	}

	/** The seconds at which orders ended, the first one first. */
	public List<Double> endings() {
		return orders.stream().filter(Order::ended).map(order -> seconds(order.updatedAt())).sorted().toList();
	}

	/** Until the last order ended. */
	public Duration length() {
		return Duration.ofMillis(Math.round(1_000 * (endings().isEmpty() ? 1 : endings().getLast())));
	}

	/** How long the order in the middle took from its placing to its end. */
	public double medianMilliseconds() {
		List<Double> times = orders.stream()
			.map(order -> 1_000 * (seconds(order.updatedAt()) - seconds(order.placedAt())))
			.sorted()
			.toList();
		return times.isEmpty() ? Double.NaN : times.get(times.size() / 2);
	}

	private double seconds(String moment) {
		return Duration.between(start, Instant.parse(moment)).toMillis() / 1e3;
	}

	/** A second without any is a zero, not a gap. */
	private static SortedMap<Double, Double> perSecond(Collection<Double> moments) {
		SortedMap<Double, Double> counts = new TreeMap<>();
		double last = moments.stream().mapToDouble(Math::floor).max().orElse(0);
		for (double second = 0; second <= last; second++) {
			counts.put(second, 0.0);
		}
		moments.forEach(moment -> counts.merge(Math.max(0, Math.floor(moment)), 1.0, Double::sum));
		return counts;
	}

}
