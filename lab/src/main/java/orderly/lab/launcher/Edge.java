package orderly.lab.launcher;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import orderly.lab.LabException;

import static java.util.stream.Collectors.joining;

/**
 * Looks at the system from outside, through the gateway, where alone it can be said that
 * it serves.
 */
class Edge {

	/** A path that only this service can answer; 404 is an answer. */
	private static final Map<String, String> PATHS = Map.of("order-service", "/api/v%s/products", "inventory-service",
			"/api/v1/stock/TEA-001", "payment-service", "/api/v1/payments/01890000-0000-7000-8000-000000000000");

	/**
	 * The gateway refreshes its list of instances each second: it must answer for longer
	 * than that.
	 */
	private static final int TIMES = 12;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int SERVER_ERROR = 500;

	private final List<Part> parts;

	private final Optional<String> gateway;

	Edge(List<Part> parts) {
		this.parts = parts;
		this.gateway = parts.stream().filter((part) -> part.name().equals("gateway")).map(Part::url).findFirst();
	}

	/** Returns when every service answers through the gateway, several times in a row. */
	void awaitServing() {
		List<String> paths = this.parts.stream().flatMap((part) -> path(part).stream()).distinct().toList();
		await("the gateway is up, but not all answer through it", paths,
				() -> IntStream.range(0, TIMES).allMatch((_) -> paths.stream().allMatch(this::answers)));
	}

	/**
	 * Returns when the gateway has got answers from this very process; at once for what
	 * the gateway does not call.
	 */
	void awaitServing(Part part) {
		AtomicInteger seen = new AtomicInteger();
		path(part).ifPresent((path) -> await(part.name() + " is up, but the gateway does not reach it", List.of(path),
				() -> isServedBy(part, path) && seen.incrementAndGet() == TIMES));
	}

	private void await(String otherwise, List<String> paths, BooleanSupplier served) {
		if (this.gateway.isEmpty()) {
			return;
		}
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!served.getAsBoolean()) {
			if (System.nanoTime() > end) {
				throw new LabException("%s after %d s:%s".formatted(otherwise, PATIENCE.toSeconds(), report(paths)));
			}
		}
	}

	private boolean isServedBy(Part part, String path) {
		String instance = ";instance=" + ProcessName.of(part.name()).number();
		return get(path).flatMap((answer) -> answer.headers().firstValue("X-Served-By"))
			.filter((by) -> by.startsWith(part.module()) && by.endsWith(instance))
			.isPresent();
	}

	private boolean answers(String path) {
		return get(path).filter((answer) -> answer.statusCode() < SERVER_ERROR).isPresent();
	}

	private String report(List<String> paths) {
		return paths.stream()
			.map((path) -> " GET %s gives %d".formatted(path, get(path).map(HttpResponse::statusCode).orElse(0)))
			.collect(joining(","));
	}

	private Optional<HttpResponse<String>> get(String path) {
		Readiness.pause();
		return Http.get(this.gateway.orElseThrow() + path);
	}

	private static Optional<String> path(Part part) {
		return Optional.ofNullable(PATHS.get(part.module())).map((path) -> path.formatted(Serve.oneOf(part)));
	}

}
