package orderly.lab.client;

import java.util.Set;

/** How two processes talk in a span. */
public enum Medium {

	HTTP, KAFKA, SQL, INSIDE;

	private static final Set<String> JDBC = Set.of("connection", "query", "result-set", "generated-keys");

	static Medium of(Span span) {
		if (JDBC.contains(span.title()) || span.tags() != null && has(span, "jdbc.")) {
			return SQL;
		}
		if ("PRODUCER".equals(span.kind()) || "CONSUMER".equals(span.kind()) || has(span, "messaging.")) {
			return KAFKA;
		}
		return span.kind() == null ? INSIDE : HTTP;
	}

	private static boolean has(Span span, String prefix) {
		return span.tags() != null && span.tags().keySet().stream().anyMatch(key -> key.startsWith(prefix));
	}

}
