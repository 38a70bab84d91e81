package orderly.lab.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import orderly.lab.LabException;

import static java.util.stream.Collectors.joining;

/**
 * Looks at the system from outside, through the gateway, where alone it can be said that
 * it serves.
 */
class Edge {

	/** A path that only this service can answer; 404 is an answer. */
	private static final Map<String, String> PATHS = Map.of("order-service", "/api/v1/products", "inventory-service",
			"/api/v1/stock/TEA-001", "payment-service", "/api/v1/payments/01890000-0000-7000-8000-000000000000");

	/**
	 * The gateway refreshes its list of instances each second: it must answer for longer
	 * than that.
	 */
	private static final int TIMES_IN_A_ROW = 12;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int SERVER_ERROR = 500;

	private final Optional<String> gateway;

	Edge(List<Part> parts) {
		this.gateway = parts.stream().filter((part) -> part.name().equals("gateway")).map(Part::url).findFirst();
	}

	/** Returns when every service answers through the gateway, several times in a row. */
	void awaitServing() {
		awaitAnswers("the gateway", List.copyOf(PATHS.values()));
	}

	/**
	 * Returns when this service answers through the gateway; at once for what the gateway
	 * does not call.
	 */
	void awaitServing(String name) {
		String path = PATHS.get(name);
		awaitAnswers(name, (path != null) ? List.of(path) : List.of());
	}

	private void awaitAnswers(String name, List<String> paths) {
		if (this.gateway.isEmpty() || paths.isEmpty()) {
			return;
		}
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!IntStream.range(0, TIMES_IN_A_ROW).allMatch((_) -> allAnswer(paths))) {
			if (System.nanoTime() > end) {
				throw new LabException("%s is up, but not all answer through the gateway after %d s:%s".formatted(name,
						PATIENCE.toSeconds(), answers(paths)));
			}
		}
	}

	private boolean allAnswer(List<String> paths) {
		Readiness.pause();
		return paths.stream().map(this::status).allMatch((status) -> status > 0 && status < SERVER_ERROR);
	}

	private String answers(List<String> paths) {
		return paths.stream().map((path) -> " GET %s gives %d".formatted(path, status(path))).collect(joining(","));
	}

	private int status(String path) {
		return Http.status(this.gateway.orElseThrow() + path);
	}

}
