package orderly.lab.experiments.queues;

import java.net.URI;
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
import orderly.lab.experiments.Lab;

/**
 * How many messages wait for each service, as it says itself about once a second; where
 * it does not say, nothing is noted.
 */
public final class Lags implements AutoCloseable {

	private static final String METRIC = "orderly_consumer_lag{";

	private final Map<String, SortedMap<Double, Double>> seen = new TreeMap<>();

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("lags").factory());

	private final long start = System.nanoTime();

	private Lags(List<String> services, ToDoubleFunction<String> lag) {
		services.forEach(service -> this.seen.put(service, new ConcurrentSkipListMap<>()));
		this.timer.scheduleWithFixedDelay(() -> this.seen.forEach((service, values) -> look(values, service, lag)), 0,
				500, TimeUnit.MILLISECONDS);
	}

	/** Watches these services until it is closed. */
	public static Lags of(Lab lab, List<String> services) {
		return new Lags(services, service -> now(lab, service));
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

	/** What a service says now, NaN where it does not. */
	public static double now(Lab lab, String service) {
		URI metrics = lab.process().apply(service).resolve("/actuator/prometheus");
		try {
			return read(lab.http().text(metrics, "text/plain"));
		}
		catch (LabException silent) {
			return Double.NaN;
		}
	}

	static double read(String metrics) {
		return metrics.lines()
			.filter(line -> line.startsWith(METRIC))
			.mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.findFirst()
			.orElse(Double.NaN);
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

	private void look(SortedMap<Double, Double> values, String service, ToDoubleFunction<String> lag) {
		double now = lag.applyAsDouble(service);
		if (!Double.isNaN(now)) {
			values.put(Duration.ofNanos(System.nanoTime() - this.start).toMillis() / 1e3, now);
		}
	}

}
