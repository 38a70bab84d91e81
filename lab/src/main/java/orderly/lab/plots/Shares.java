package orderly.lab.plots;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who did which part of the work: a row for each case, cut into parts. */
public final class Shares {

	private static final int WIDTH = 860;

	private static final int LEFT = 150;

	private static final int TOP = 78;

	private static final int ROW = 44;

	// narrower, and its number would not fit
	private static final double NARROW = 0.05;

	private Shares() {
	}

	/**
	 * One case.
	 *
	 * @param counts the work of each, as calls; the same names in the same order in every
	 * case
	 */
	public record Row(String label, Map<String, Integer> counts) {

		double share(String who) {
			int all = counts.values().stream().mapToInt(count -> count).sum();
			return counts.getOrDefault(who, 0) / (double) Math.max(1, all);
		}

	}

	/** Draws the cases from top to bottom. */
	public static Plot plot(String name, String title, List<Row> rows) {
		List<String> all = rows.stream().flatMap(row -> row.counts().keySet().stream()).distinct().toList();
		Svg svg = new Svg(WIDTH, TOP + ROW * rows.size() + 8).text(16, 26, "title", title);
		for (int i = 0; i < all.size(); i++) {
			int x = LEFT + 190 * i;
			svg.rect(x, 44, 10, 10, Colours.of(i), all.get(i)).text(x + 15, 53, "quiet", all.get(i));
		}
		for (int i = 0; i < rows.size(); i++) {
			draw(svg, rows.get(i), all, TOP + ROW * i);
		}
		return new Plot(name, svg.toString());
	}

	private static void draw(Svg svg, Row row, List<String> all, int y) {
		svg.textEndingAt(LEFT - 10, y + 18, "", row.label());
		double x = LEFT;
		for (int i = 0; i < all.size(); i++) {
			double share = row.share(all.get(i));
			double width = share * (WIDTH - LEFT - 64);
			String percent = String.format(Locale.ROOT, "%.0f %%", share * 100);
			svg.rect(x, y, width, ROW - 16, Colours.of(i),
					all.get(i) + ": " + row.counts().getOrDefault(all.get(i), 0));
			if (share > NARROW) {
				svg.text(x + 6, y + 18, "inside", percent);
			}
			else if (i == all.size() - 1) {
				svg.text(x + width + 6, y + 18, "", percent);
			}
			x += width;
		}
	}

}
