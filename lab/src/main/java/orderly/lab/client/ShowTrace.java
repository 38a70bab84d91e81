package orderly.lab.client;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import orderly.lab.Exit;
import orderly.lab.LabException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(name = "trace", mixinStandardHelpOptions = true,
		description = "Draws a trace as a tree, with the times and the services.",
		footer = { "", "Exit codes: 0 shown; 1 no such trace; 2 wrong usage; 3 nothing answers." })
class ShowTrace extends Query {

	@Parameters(arity = "0..1", paramLabel = "ID|last", defaultValue = "last",
			description = "A trace's id, an order's id, or last: the newest order (default).")
	private String id = "";

	@Option(names = "--all", description = "Also the spans of database connections and of result sets.")
	private boolean all;

	ShowTrace(Supplier<Optional<Urls>> running) {
		super(running);
	}

	@Override
	public Integer call() {
		if (!id.matches("last|[0-9a-f]{16}|[0-9a-f]{32}|[0-9a-f]+(-[0-9a-f]+)+")) {
			throw new ParameterException(this.spec.commandLine(),
					"A trace's id has 16 or 32 hexadecimal digits, an order's is a UUID; '" + id + "' is neither.");
		}
		Optional<Trace> found = traceId().map(where.zipkin()::trace).filter(trace -> !trace.spans().isEmpty());
		if (found.isEmpty()) {
			throw new LabException("No trace of " + id + ". A trace is complete about two seconds after its work; "
					+ "Zipkin forgets all of them when it restarts.");
		}
		show(found.get());
		return Exit.OK;
	}

	private Optional<String> traceId() {
		if ("last".equals(id)) {
			List<Order> newest = where.gateway().orders(1);
			return newest.stream().findFirst().flatMap(order -> traceOf(order.id()));
		}
		return id.contains("-") ? traceOf(id) : Optional.of(id);
	}

	/**
	 * The trace in which the order was placed: the longest of those that are about it.
	 */
	private Optional<String> traceOf(String orderId) {
		Zipkin zipkin = where.zipkin();
		return zipkin.tracesOfOrder(orderId).stream().max((a, b) -> Integer.compare(size(zipkin, a), size(zipkin, b)));
	}

	private static int size(Zipkin zipkin, String traceId) {
		return zipkin.trace(traceId).spans().size();
	}

	private void show(Trace trace) {
		Optional<URI> url = where.traceUrl(trace.id());
		if (json) {
			print(Http.JSON.writeValueAsString(Map.of("traceId", trace.id(), "url", url.map(URI::toString).orElse(""),
					"services", trace.services(), "milliseconds", (trace.end() - trace.start()) / 1000.0, "spans",
					trace.spans())));
			return;
		}
		new TraceTree(Terminal.width(), Terminal.colours(), all).lines(trace).forEach(this::print);
		url.ifPresent(this::print);
	}

}
