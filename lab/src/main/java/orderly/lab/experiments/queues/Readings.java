package orderly.lab.experiments.queues;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

import orderly.lab.LabException;
import orderly.lab.client.Metrics;
import orderly.lab.experiments.Lab;

/**
 * What services say about their messages, as numbers over time, read about twice a
 * second; where one does not say, nothing is noted.
 */
public final class Readings implements AutoCloseable {

	private static final String LAG = "orderly_consumer_lag";

	private static final String RECEIVED = "orderly_messages_total";

	private final Map<String, SortedMap<Double, Double>> seen = new TreeMap<>();

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("lags").factory());

	private final long start = System.nanoTime();

	private Readings(List<String> services, ToDoubleFunction<String> number) {
		services.forEach(service -> this.seen.put(service, new ConcurrentSkipListMap<>()));
		this.timer.scheduleWithFixedDelay(() -> this.seen.forEach((service, values) -> look(values, service, number)),
				0, 500, TimeUnit.MILLISECONDS);
	}

	/** How many messages wait for each of these services, until it is closed. */
	public static Readings lags(Lab lab, List<String> services) {
		return new Readings(services, service -> now(lab, service, LAG));
	}

	/** How many messages a service has received in its life, until it is closed. */
	public static Readings received(Lab lab, String service) {
		return new Readings(List.of(service), each -> now(lab, each, RECEIVED));
	}

	/** Seconds to messages, for each service. */
	public Map<String, SortedMap<Double, Double>> seen() {
		return this.seen;
	}

	/** The highest that was seen of a service, NaN where nothing was. */
	public double most(String service) {
		return values(service).max().orElse(Double.NaN);
	}

	/** What was seen last, NaN where nothing was. */
	public double last(String service) {
		return values(service).reduce((earlier, later) -> later).orElse(Double.NaN);
	}

	/** In the order in which they were seen. */
	private DoubleStream values(String service) {
		return this.seen.getOrDefault(service, Collections.emptySortedMap())
			.values()
			.stream()
			.mapToDouble(Double::doubleValue);
	}

	private static double now(Lab lab, String service, String metric) {
		try {
			return Metrics.of(lab.http(), lab.process().apply(service)).sum(metric).orElse(Double.NaN);
		}
		catch (LabException silent) {
			return Double.NaN;
		}
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

	private void look(SortedMap<Double, Double> values, String service, ToDoubleFunction<String> number) {
		double now = number.applyAsDouble(service);
		if (!Double.isNaN(now)) {
			values.put(Duration.ofNanos(System.nanoTime() - this.start).toMillis() / 1e3, now);
		}
	}

}
