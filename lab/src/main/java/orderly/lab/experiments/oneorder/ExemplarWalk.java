package orderly.lab.experiments.oneorder;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Patience;

/**
 * Walks as somebody does who sees a slow bucket: from the exemplar of order-service's
 * latency to its trace, and from there to what every service logged.
 */
class ExemplarWalk {

	private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

	// an exemplar stays for at least 7 s before a newer one may take its place
	private static final Patience PATIENCE = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(1));

	private static final Case KIND = new Case(Expected.CONFIRMED, "async");

	private final Lab lab;

	ExemplarWalk(Lab lab) {
		this.lab = lab;
	}

	/**
	 * Places further orders until an exemplar is one of them, and adds them to the
	 * orders.
	 */
	List<Finding> findings(List<Placed> orders) {
		Optional<String> exemplar = PATIENCE.until(() -> exemplarOf(orders), found -> {
			if (found.isEmpty()) {
				orders.add(OneOrder.place(this.lab, KIND));
			}
			return found.isPresent();
		});
		return exemplar.map(this::walk)
			.orElseGet(() -> List.of(new Finding("order-service's latency of POST /orders has an exemplar of ours",
					false, "none of its exemplars is one of " + orders.size() + " orders")));
	}

	private Optional<String> exemplarOf(List<Placed> orders) {
		URI metrics = this.lab.process().apply("order-service").resolve("/actuator/prometheus");
		List<String> ours = OneOrder.of(KIND, orders).stream().map(Placed::traceId).toList();
		return Exemplars.ofPlacingOrders(this.lab.http().text(metrics, OPEN_METRICS))
			.stream()
			.filter(ours::contains)
			.findFirst();
	}

	private List<Finding> walk(String traceId) {
		List<Finding> findings = new ArrayList<>();
		findings.add(new Finding("an exemplar of order-service's latency leads to a whole trace", isWhole(traceId),
				traceId));
		Map<String, Long> lines = new Patience(Duration.ofSeconds(5), Duration.ofMillis(500))
			.until(() -> logLines(traceId), found -> !found.containsValue(0L));
		findings.add(new Finding("and to log lines of every service", !lines.containsValue(0L), lines.toString()));
		return findings;
	}

	private boolean isWhole(String traceId) {
		return new Traces(this.lab.zipkin()).isWhole(KIND, traceId);
	}

	private Map<String, Long> logLines(String traceId) {
		LogFiles files = new LogFiles(this.lab.logs());
		Map<String, Long> lines = new LinkedHashMap<>();
		KIND.expected().services().forEach(service -> lines.put(service, files.linesOf(service, traceId)));
		return lines;
	}

}
