package orderly.lab.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A trace as lines of text: who called whom on the left, when and how long on the right.
 */
class TraceTree {

	private static final int BAR = 28;

	private static final Set<String> PLUMBING = Set.of("connection", "result-set", "generated-keys");

	private static final String RED = "\u001B[31m";

	private static final String PLAIN = "\u001B[0m";

	private final int width;

	private final boolean colours;

	private final boolean all;

	/**
	 * Prepares the drawing.
	 * @param width columns of the terminal
	 * @param colours whether errors may be red
	 * @param all also the spans of database connections and result sets
	 */
	TraceTree(int width, boolean colours, boolean all) {
		this.width = width;
		this.colours = colours;
		this.all = all;
	}

	List<String> lines(Trace trace) {
		List<String> lines = new ArrayList<>();
		lines.add("trace %s: %d spans, %d services, %s".formatted(trace.id(), trace.spans().size(),
				trace.services().size(), Terminal.milliseconds(trace.end() - trace.start())));
		trace.roots().forEach(root -> add(lines, trace, root, "", ""));
		return lines;
	}

	private void add(List<String> lines, Trace trace, Span span, String head, String indent) {
		lines.add(line(trace, span, head));
		List<Span> children = shownBelow(trace, span).toList();
		for (int i = 0; i < children.size(); i++) {
			boolean last = i == children.size() - 1;
			add(lines, trace, children.get(i), indent + (last ? "└─ " : "├─ "), indent + (last ? "   " : "│  "));
		}
	}

	/** The children; in the place of one that is left out its own children. */
	private Stream<Span> shownBelow(Trace trace, Span span) {
		return trace.childrenOf(span)
			.stream()
			.flatMap(child -> left(child) ? shownBelow(trace, child) : Stream.of(child));
	}

	private boolean left(Span span) {
		return !all && PLUMBING.contains(span.title());
	}

	private String line(Trace trace, Span span, String head) {
		String text = cut(head + span.service() + "  " + title(span), width - BAR - 22);
		String line = "%s  %s %9s %9s".formatted(text, bar(trace, span),
				"+" + Terminal.milliseconds(span.timestamp() - trace.start()), Terminal.milliseconds(span.duration()));
		String error = span.failed() ? "  ! " + span.tag("error") : "";
		return (colours && span.failed()) ? RED + line + error + PLAIN : line + error;
	}

	private static String title(Span span) {
		String statement = span.tag("jdbc.query[0]").replaceAll("\\s+", " ");
		return statement.isEmpty() ? span.title() : statement;
	}

	private static String bar(Trace trace, Span span) {
		double scale = (double) BAR / Math.max(1, trace.end() - trace.start());
		int from = Math.min(BAR - 1, (int) ((span.timestamp() - trace.start()) * scale));
		int length = Math.clamp(Math.round(span.duration() * scale), 1, BAR - from);
		return "·".repeat(from) + "█".repeat(length) + "·".repeat(BAR - from - length);
	}

	private static String cut(String text, int columns) {
		String cut = (text.length() > columns) ? text.substring(0, columns - 1) + "…" : text;
		return cut + " ".repeat(Math.max(0, columns - cut.length()));
	}

}
