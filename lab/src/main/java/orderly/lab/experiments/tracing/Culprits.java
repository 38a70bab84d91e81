package orderly.lab.experiments.tracing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import orderly.lab.client.Placement;
import orderly.lab.client.Trace;
import orderly.lab.client.Zipkin;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Patience;
import orderly.lab.plots.Shares;
import orderly.lab.plots.Waterfall;

/** Reads the traces of orders and says whom they accuse. */
class Culprits {

	// spans reach Zipkin about a second after their work
	private static final Patience PATIENCE = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(2));

	private static final List<String> SERVICES = List.of("gateway", "order-service", "inventory-service",
			"payment-service");

	private final Zipkin zipkin;

	private final Notebook notebook;

	private final List<Shares.Row> rows = new ArrayList<>();

	private final Map<String, Trace> pictured = new HashMap<>();

	Culprits(Zipkin zipkin, Notebook notebook) {
		this.zipkin = zipkin;
		this.notebook = notebook;
	}

	/** Judges the orders that were placed while this service was slow. */
	void note(String slow, String label, List<Placement> placed) {
		for (String checkout : List.of("async", "sync")) {
			List<Placement> some = placed.stream().filter(each -> each.basket().checkout().equals(checkout)).toList();
			if (!some.isEmpty()) {
				note(slow, label + ", " + checkout, traces(some));
			}
		}
	}

	private void note(String slow, String label, Collected traces) {
		Map<String, Integer> medians = traces.medians();
		medians.forEach((service, time) -> this.notebook.number(key(label + " " + service + " ms"), time));
		this.rows.add(new Shares.Row(label, medians));
		this.pictured.putIfAbsent(slow, traces.first());
		if (SERVICES.contains(slow)) {
			this.notebook.finding(new Finding(label + ": each trace names " + slow,
					traces.culprits().stream().allMatch(slow::equals), traces.culprits().toString()));
		}
	}

	/** Where the time went, and one order that this service made slow. */
	void draw(String slow) {
		Optional.ofNullable(this.pictured.get(slow))
			.ifPresent(trace -> this.notebook.plot(Waterfall.plot("distributed-tracing-on",
					"One order, one trace: " + slow + " is 400 ms slower", trace)));
		this.notebook.plot(Shares.times("distributed-tracing",
				"Where an order's time goes, by the self-times in its trace (medians)", this.rows));
	}

	private Collected traces(List<Placement> placed) {
		List<String> ids = placed.stream().map(each -> each.answer().traceId()).filter(Objects::nonNull).toList();
		return new Collected(PATIENCE.untilSteady(() -> ids.stream().map(this.zipkin::trace).toList()));
	}

	private static String key(String text) {
		return text.replace(", ", "-").replace(' ', '-');
	}

	private record Collected(List<Trace> traces) {

		List<String> culprits() {
			return traces.stream().map(SelfTimes::of).map(SelfTimes::culprit).toList();
		}

		Trace first() {
			return traces.getFirst();
		}

		Map<String, Integer> medians() {
			List<SelfTimes> times = traces.stream().map(SelfTimes::of).toList();
			return SERVICES.stream()
				.collect(Collectors.toMap(service -> service, service -> median(times, service), (a, b) -> a,
						LinkedHashMap::new));
		}

		private static int median(List<SelfTimes> times, String service) {
			double[] sorted = times.stream().mapToDouble(each -> each.of(service)).sorted().toArray();
			return (int) Math.round(sorted[sorted.length / 2]);
		}

	}

}
