package orderly.lab.client;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TraceTreeTests {

	private static final Trace TRACE = new Trace("t", List.of(
			span("1", null, "SERVER", "gateway", "http post", 0, 100_000, Map.of()),
			span("2", "1", "SERVER", "order-service", "http post /orders", 20_000, 60_000, Map.of()),
			span("3", "2", "CLIENT", "order-service", "connection", 30_000, 40_000, Map.of()),
			span("4", "3", "CLIENT", "order-service", "query", 35_000, 5_000, Map.of("jdbc.query[0]", "select  1")),
			span("5", "2", "PRODUCER", "order-service", "orders send", 70_000, 5_000, Map.of("error", "no broker"))));

	@Test
	void drawsWhoCalledWhomAndWhen() {
		List<String> lines = new TraceTree(110, false, false).lines(TRACE);
		assertThat(lines.get(0)).isEqualTo("trace t: 5 spans, 2 services, 100 ms");
		assertThat(lines.get(1)).startsWith("gateway  http post").contains("█".repeat(28));
		assertThat(lines.get(2)).startsWith("└─ order-service  http post /orders").contains("+20 ms", "60 ms");
	}

	@Test
	void leavesOutTheConnectionButNotItsQuery() {
		List<String> lines = new TraceTree(110, false, false).lines(TRACE);
		assertThat(lines).noneMatch((line) -> line.contains("connection"));
		assertThat(lines.get(3)).startsWith("   ├─ order-service  select 1");
		assertThat(new TraceTree(110, false, true).lines(TRACE)).anyMatch((line) -> line.contains("connection"));
	}

	@Test
	void marksAnError() {
		assertThat(new TraceTree(110, false, false).lines(TRACE).getLast()).endsWith("! no broker");
		assertThat(new TraceTree(110, true, false).lines(TRACE).getLast()).startsWith("\u001B[31m")
			.endsWith("\u001B[0m");
	}

	@Test
	void tellsHttpKafkaAndSqlApart() {
		assertThat(TRACE.spans().stream().map(Span::medium)).containsExactly(Medium.HTTP, Medium.HTTP, Medium.SQL,
				Medium.SQL, Medium.KAFKA);
	}

	private static Span span(String id, @org.jspecify.annotations.Nullable String parent, String kind, String service,
			String name, long start, long duration, Map<String, String> tags) {
		return new Span("t", id, parent, kind, name, start, duration, new Span.Endpoint(service), null, tags);
	}

}
