package orderly.lab.experiments.tracing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import orderly.lab.client.Span;
import orderly.lab.client.Trace;

/**
 * How long each service itself worked in a trace, in milliseconds: a span's time less the
 * time in which it waited for its children (the <em>exclusive time</em> of profilers).
 */
record SelfTimes(Map<String, Double> byService) {

	// tag::self-times[]
	static SelfTimes of(Trace trace) {
		Map<String, Double> times = new TreeMap<>();
		for (Span span : trace.spans()) {
			times.merge(span.service(), selfTime(span, trace.childrenOf(span)) / 1000.0, Double::sum);
		}
		return new SelfTimes(times);
	}

	/**
	 * The span's time less that of its children, which may overlap one another and end
	 * after it.
	 */
	private static long selfTime(Span span, List<Span> children) {
		long self = 0;
		long from = span.timestamp();
		for (Span child : children.stream().sorted(Comparator.comparingLong(Span::timestamp)).toList()) {
			self += Math.max(0, Math.min(child.timestamp(), span.end()) - from);
			from = Math.max(from, child.end());
		}
		return self + Math.max(0, span.end() - from);
	}

	/** The service that worked longest; empty where there is no span. */
	String culprit() {
		return byService.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
	}
	// end::self-times[]

	double of(String service) {
		return byService.getOrDefault(service, 0.0);
	}

}
