package orderly.lab.experiments.oneorder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import orderly.lab.client.Trace;
import orderly.lab.client.Zipkin;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Patience;
import orderly.lab.plots.Plot;
import orderly.lab.plots.Waterfall;

/**
 * Fetches the orders' traces; spans come late, so it looks again until a trace is whole
 * or patience ends.
 */
class Traces {

	private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20), Duration.ofMillis(500));

	private final Zipkin zipkin;

	private Optional<Trace> finest = Optional.empty();

	Traces(Zipkin zipkin) {
		this.zipkin = zipkin;
	}

	Finding finding(Case kind, List<Placed> orders) {
		List<String> faults = new ArrayList<>();
		List<Integer> spans = new ArrayList<>();
		for (Placed order : orders) {
			Trace trace = whole(kind, order.traceId());
			spans.add(trace.spans().size());
			new TraceCheck(kind).faults(trace).forEach(fault -> faults.add("trace " + order.traceId() + ": " + fault));
		}
		String seen = faults.isEmpty() ? "spans " + spans : String.join("; ", faults);
		return new Finding("%s: each is one trace of %s".formatted(kind.title(), kind.expected().services()),
				faults.isEmpty() && !orders.isEmpty(), seen);
	}

	/** A confirmed asynchronous order, drawn. */
	Optional<Plot> picture() {
		return this.finest.map(trace -> Waterfall.plot("one-order",
				"One order, one trace: " + trace.spans().size() + " spans of " + trace.services().size() + " services",
				trace));
	}

	boolean isWhole(Case kind, String traceId) {
		return new TraceCheck(kind).faults(whole(kind, traceId)).isEmpty();
	}

	private Trace whole(Case kind, String traceId) {
		TraceCheck check = new TraceCheck(kind);
		Trace trace = PATIENCE.until(() -> this.zipkin.trace(traceId), found -> check.faults(found).isEmpty());
		if (kind.expected() == Expected.CONFIRMED && "async".equals(kind.checkout())) {
			this.finest = Optional.of(trace);
		}
		return trace;
	}

}
