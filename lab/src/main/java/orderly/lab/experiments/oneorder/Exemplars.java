package orderly.lab.experiments.oneorder;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The trace ids that hang on the buckets of one latency metric: {@code name_bucket{..} 3
 * # {trace_id=".."} 0.2}.
 */
class Exemplars {

	private static final Pattern TRACE = Pattern.compile(" # \\{[^}]*trace_id=\"([0-9a-f]+)\"");

	private Exemplars() {
	}

	/** Those of the requests that place orders. */
	static List<String> ofPlacingOrders(String openMetrics) {
		return openMetrics.lines()
			.filter(line -> line.startsWith("http_server_requests_seconds"))
			.filter(line -> line.contains("method=\"POST\"") && line.contains("uri=\"/orders\""))
			.flatMap(Exemplars::traceIds)
			.distinct()
			.toList();
	}

	private static Stream<String> traceIds(String line) {
		Matcher matcher = TRACE.matcher(line);
		return matcher.find() ? Stream.of(matcher.group(1)) : Stream.empty();
	}

}
