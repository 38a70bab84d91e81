package orderly.lab.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * The traces that Zipkin has collected; spans reach it about a second after they ended.
 */
public class Zipkin {

	// the tag that order-service's observations carry; the search looks back one day,
	// Zipkin's own default
	private static final String ORDER_TAG = "order.id";

	private final Http http;

	private final URI base;

	public Zipkin(Http http, URI base) {
		this.http = http;
		this.base = base;
	}

	/** The trace with this id; without spans where Zipkin does not know it. */
	public Trace trace(String traceId) {
		Answer answer = http.get(base.resolve("/api/v2/trace/" + encoded(traceId)));
		if (answer.status() == 404) {
			return new Trace(traceId, List.of());
		}
		if (!answer.ok()) {
			throw new RefusedException(answer);
		}
		return new Trace(traceId, answer.body().valueStream().map(Zipkin::span).toList());
	}

	/** The ids of all traces in which a span says that it is about this order. */
	public Set<String> tracesOfOrder(String orderId) {
		return tracesTagged(ORDER_TAG, orderId);
	}

	/** All traces that began in this time. */
	public List<Trace> tracesBetween(Instant from, Instant to) {
		Answer answer = http.get(base.resolve("/api/v2/traces?limit=1000&endTs=%d&lookback=%d"
			.formatted(to.toEpochMilli(), to.toEpochMilli() - from.toEpochMilli())));
		if (!answer.ok()) {
			throw new RefusedException(answer);
		}
		return answer.body().valueStream().map(Zipkin::trace).toList();
	}

	Set<String> tracesTagged(String key, String value) {
		Answer answer = http
			.get(base.resolve("/api/v2/traces?limit=100&annotationQuery=" + encoded(key + "=" + value)));
		if (!answer.ok()) {
			throw new RefusedException(answer);
		}
		return answer.body()
			.valueStream()
			.flatMap(JsonNode::valueStream)
			.map(span -> span.path("traceId").asString())
			.collect(Collectors.toSet());
	}

	private static Trace trace(JsonNode spans) {
		return new Trace(spans.path(0).path("traceId").asString(), spans.valueStream().map(Zipkin::span).toList());
	}

	private static Span span(JsonNode json) {
		return Http.JSON.treeToValue(json, Span.class);
	}

	private static String encoded(String part) {
		return URLEncoder.encode(part, StandardCharsets.UTF_8);
	}

}
