package orderly.lab.experiments.tracing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import orderly.lab.client.Trace;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Patience;
import orderly.lab.plots.Waterfall;

/**
 * Counts the traces that one order falls apart into. Only because nothing else runs can
 * it say which of them belong together: all that began in that time, but for our own
 * looking.
 */
class Pieces {

	private static final Patience PATIENCE = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(2));

	private static final String LOOKING = "/orders/{id}";

	private static final int TIMES = 5;

	private final Lab lab;

	Pieces(Lab lab) {
		this.lab = lab;
	}

	/** Counts once. */
	int ofOne(Orders orders) {
		return piecesOfOne(orders).size();
	}

	void note(Orders orders, Notebook notebook) {
		List<Integer> counts = new ArrayList<>();
		List<Trace> pieces = List.of();
		for (int i = 0; i < TIMES; i++) {
			pieces = piecesOfOne(orders);
			counts.add(pieces.size());
		}
		this.lab.voice().accept("  without propagation an order is so many traces: " + counts);
		notebook.number("fewest-traces-per-order", counts.stream().min(Integer::compare).orElse(0));
		notebook.number("most-traces-per-order", counts.stream().max(Integer::compare).orElse(0));
		notebook.plot(Waterfall.pieces("distributed-tracing-off",
				"The same order without propagation: " + pieces.size() + " traces that know nothing of each other",
				pieces));
	}

	private List<Trace> piecesOfOne(Orders orders) {
		Instant begin = Instant.now();
		orders.placeOne();
		return PATIENCE.untilSteady(() -> pieces(begin));
	}

	private List<Trace> pieces(Instant begin) {
		return this.lab.zipkin()
			.tracesBetween(begin, Instant.now())
			.stream()
			.filter(trace -> trace.roots().stream().noneMatch(root -> root.title().contains(LOOKING)))
			.toList();
	}

}
