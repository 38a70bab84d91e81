package orderly.lab.plots;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/** Who did which part of the work: a row for each case, cut into parts. */
public final class Shares {

	private static final int WIDTH = 860;

	private static final int LEFT = 150;

	private static final int TOP = 78;

	private static final int ROW = 44;

	// narrower, and its number would not fit
	private static final double NARROW = 46;

	private Shares() {
	}

	/**
	 * One case.
	 *
	 * @param counts the work of each, as calls or milliseconds; the same names in the
	 * same order in every case
	 */
	public record Row(String label, Map<String, Integer> counts) {

		int all() {
			return counts.values().stream().mapToInt(count -> count).sum();
		}

		int of(String who) {
			return counts.getOrDefault(who, 0);
		}

	}

	/**
	 * Draws the cases from top to bottom, each as wide as the whole: who did how much of
	 * it.
	 */
	public static Plot plot(String name, String title, List<Row> rows) {
		return draw(name, title, rows, Row::all,
				(row, who) -> String.format(Locale.ROOT, "%.0f %%", 100.0 * row.of(who) / Math.max(1, row.all())));
	}

	/** Draws the cases from top to bottom, each as wide as it took long. */
	public static Plot times(String name, String title, List<Row> rows) {
		int longest = rows.stream().mapToInt(Row::all).max().orElse(1);
		return draw(name, title, rows, row -> longest, (row, who) -> row.of(who) + " ms");
	}

	private static Plot draw(String name, String title, List<Row> rows, ToIntFunction<Row> whole,
			BiFunction<Row, String, String> label) {
		List<String> all = rows.stream().flatMap(row -> row.counts().keySet().stream()).distinct().toList();
		Svg svg = new Svg(WIDTH, TOP + ROW * rows.size() + 8).text(16, 26, "title", title);
		for (int i = 0; i < all.size(); i++) {
			int x = LEFT + (WIDTH - LEFT - 20) / all.size() * i;
			svg.rect(x, 44, 10, 10, Colours.of(i), all.get(i)).text(x + 15, 53, "quiet", all.get(i));
		}
		for (int i = 0; i < rows.size(); i++) {
			Row row = rows.get(i);
			double scale = (WIDTH - LEFT - 64.0) / Math.max(1, whole.applyAsInt(row));
			draw(svg, row, all, TOP + ROW * i, scale, label);
		}
		return new Plot(name, svg.toString());
	}

	private static void draw(Svg svg, Row row, List<String> all, int y, double scale,
			BiFunction<Row, String, String> label) {
		svg.textEndingAt(LEFT - 10, y + 18, "", row.label());
		double x = LEFT;
		for (int i = 0; i < all.size(); i++) {
			double width = row.of(all.get(i)) * scale;
			String text = label.apply(row, all.get(i));
			svg.rect(x, y, width, ROW - 16, Colours.of(i), all.get(i) + ": " + row.of(all.get(i)));
			if (width > NARROW) {
				svg.text(x + 6, y + 18, "inside", text);
			}
			else if (i == all.size() - 1) {
				svg.text(x + width + 6, y + 18, "", text);
			}
			x += width;
		}
	}

}
