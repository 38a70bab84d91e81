package orderly.lab.client;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A span as Zipkin tells it; times are microseconds. */
public record Span(String traceId, String id, @Nullable String parentId, @Nullable String kind, @Nullable String name,
		long timestamp, long duration, @Nullable Endpoint localEndpoint, @Nullable Endpoint remoteEndpoint,
		@Nullable Map<String, String> tags) {

	/** One side of a call. */
	public record Endpoint(@Nullable String serviceName) {
	}

	public String service() {
		return (localEndpoint == null || localEndpoint.serviceName() == null) ? "?" : localEndpoint.serviceName();
	}

	public String title() {
		return (name == null) ? "?" : name;
	}

	public long end() {
		return timestamp + duration;
	}

	public boolean failed() {
		return tags != null && tags.containsKey("error");
	}

	public String tag(String key) {
		return (tags == null) ? "" : tags.getOrDefault(key, "");
	}

	/** What kind of conversation the span is about. */
	public Medium medium() {
		return Medium.of(this);
	}

}
