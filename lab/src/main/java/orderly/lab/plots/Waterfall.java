package orderly.lab.plots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

import orderly.lab.client.Medium;
import orderly.lab.client.Span;
import orderly.lab.client.Trace;

/**
 * A trace as a picture: a lane for each service, a bar for each span, coloured by how the
 * processes talk.
 */
public final class Waterfall {

	private static final int WIDTH = 860;

	private static final int LEFT = 150;

	private static final int TOP = 64;

	private static final int ROW = 9;

	private static final Map<Medium, String> COLOURS = Map.of(Medium.HTTP, "#2f81c7", Medium.KAFKA, "#d9822b",
			Medium.SQL, "#5a9e6f", Medium.INSIDE, "#9a7fd1");

	private Waterfall() {
	}

	/** Spans that lie beside each other. */
	private record Lane(String label, List<List<Span>> rows) {

		static Lane of(String label, List<Span> spans) {
			return new Lane(label, rowsOf(spans));
		}

		int height() {
			return Math.max(22, rows.size() * ROW + 10);
		}

	}

	/** Draws the trace, its services by the time of their first span. */
	public static Plot plot(String name, String title, Trace trace) {
		List<String> services = trace.spans().stream().map(Span::service).distinct().toList();
		return plot(name, title, List.of(trace),
				services.stream().map(service -> Lane.of(service, spansOf(trace, service))).toList());
	}

	/** Draws traces that belong together and do not know it, a lane for each. */
	public static Plot pieces(String name, String title, List<Trace> traces) {
		List<Trace> sorted = traces.stream().sorted(Comparator.comparingLong(Trace::start)).toList();
		return plot(name, title, sorted,
				sorted.stream().map(trace -> Lane.of(trace.spans().getFirst().service(), trace.spans())).toList());
	}

	private static Plot plot(String name, String title, List<Trace> traces, List<Lane> lanes) {
		long start = traces.stream().mapToLong(Trace::start).min().orElse(0);
		long end = traces.stream().mapToLong(Trace::end).max().orElse(0);
		Ticks ticks = Ticks.upTo((end - start) / 1000.0);
		double scale = (WIDTH - LEFT - 30) / ticks.end() / 1000.0;
		int bottom = TOP + lanes.stream().mapToInt(Lane::height).sum();
		Svg svg = new Svg(WIDTH, bottom + 30).text(16, 26, "title", title);
		legend(svg);
		for (double tick : ticks.values()) {
			double x = LEFT + tick * scale * 1000;
			svg.line(x, TOP - 8, x, bottom)
				.textEndingAt(x + 10, bottom + 18, "quiet", String.format(Locale.ROOT, "%.0f ms", tick));
		}
		int y = TOP;
		for (Lane lane : lanes) {
			svg.textEndingAt(LEFT - 10, y + 12, "", lane.label()).line(16, y - 4, WIDTH - 16, y - 4);
			draw(svg, lane.rows(), y, start, scale);
			y += lane.height();
		}
		return new Plot(name, svg.toString());
	}

	private static void draw(Svg svg, List<List<Span>> rows, int top, long start, double scale) {
		for (int row = 0; row < rows.size(); row++) {
			for (Span span : rows.get(row)) {
				String tooltip = String.format(Locale.ROOT, "%s, %.1f ms", span.title(), span.duration() / 1000.0);
				svg.rect(LEFT + (span.timestamp() - start) * scale, top + row * ROW,
						Math.max(1.5, span.duration() * scale), ROW - 2, COLOURS.getOrDefault(span.medium(), "#888"),
						tooltip);
			}
		}
	}

	private static void legend(Svg svg) {
		int x = LEFT;
		for (Medium medium : Medium.values()) {
			svg.rect(x, 36, 10, 10, COLOURS.getOrDefault(medium, "#888"), medium.name())
				.text(x + 15, 45, "quiet", medium.name());
			x += 75;
		}
	}

	private static List<Span> spansOf(Trace trace, String service) {
		return trace.spans().stream().filter(span -> span.service().equals(service)).toList();
	}

	/** Puts each span into the first row where it overlaps none. */
	private static List<List<Span>> rowsOf(List<Span> spans) {
		List<List<Span>> rows = new ArrayList<>();
		ToLongFunction<List<Span>> end = row -> row.getLast().end();
		for (Span span : spans) {
			rows.stream().filter(row -> end.applyAsLong(row) <= span.timestamp()).findFirst().orElseGet(() -> {
				rows.add(new ArrayList<>());
				return rows.getLast();
			}).add(span);
		}
		return rows;
	}

}
