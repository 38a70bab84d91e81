package orderly.lab.plots;

import java.util.List;
import java.util.Locale;

/** A bar of the median for each case, with a dot for each single value. */
public final class Bars {

	private static final int WIDTH = 760;

	// a letter of the labels is 7 wide on average, and so is the space around them in all
	private static final double LETTER = 7;

	private static final int TOP = 52;

	private static final int ROW = 30;

	private Bars() {
	}

	/**
	 * One case.
	 *
	 * @param values at least one
	 * @param colour any of SVG's
	 */
	public record Bar(String label, List<Double> values, String colour) {

		/** The value in the middle. */
		public double median() {
			List<Double> sorted = values.stream().sorted().toList();
			int middle = sorted.size() / 2;
			return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
		}

	}

	/** Draws the cases from top to bottom. */
	public static Plot plot(String name, String title, String unit, List<Bar> bars) {
		double most = bars.stream()
			.flatMap(bar -> bar.values().stream())
			.mapToDouble(Double::doubleValue)
			.max()
			.orElse(1);
		Ticks ticks = Ticks.upTo(most);
		double left = LETTER * (4 + bars.stream().mapToInt(bar -> bar.label().length()).max().orElse(0));
		double scale = (WIDTH - left - 40) / ticks.end();
		int bottom = TOP + ROW * bars.size();
		Svg svg = new Svg(WIDTH, bottom + 40).text(16, 26, "title", title);
		for (double tick : ticks.values()) {
			double x = left + tick * scale;
			svg.line(x, TOP - 8, x, bottom).textEndingAt(x + 8, bottom + 18, "quiet", number(tick));
		}
		svg.textEndingAt(WIDTH - 16, bottom + 34, "quiet", unit);
		for (int i = 0; i < bars.size(); i++) {
			draw(svg, bars.get(i), left, TOP + ROW * i, scale, unit);
		}
		return new Plot(name, svg.toString());
	}

	private static void draw(Svg svg, Bar bar, double left, double y, double scale, String unit) {
		String median = number(bar.median()) + " " + unit;
		svg.textEndingAt(left - 10, y + 14, "", bar.label())
			.rect(left, y + 2, Math.max(1, bar.median() * scale), ROW - 14, bar.colour(),
					bar.label() + ", median " + median);
		bar.values().forEach(value -> svg.dot(left + value * scale, y + 10, bar.colour(), number(value) + " " + unit));
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, (value == Math.rint(value)) ? "%.0f" : "%.2f", value);
	}

}
