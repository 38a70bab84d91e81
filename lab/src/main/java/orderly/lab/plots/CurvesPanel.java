package orderly.lab.plots;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

import orderly.lab.plots.Svg.Point;

/** A curve for each series over a scale from 0. */
record CurvesPanel(String label, String unit, Map<String, SortedMap<Double, Double>> series) implements Panel {

	@Override
	public int height() {
		return 120;
	}

	@Override
	public void draw(Svg svg, TimeAxis axis, int top) {
		Ticks ticks = Ticks.upTo(most());
		for (double tick : ticks.values()) {
			double y = y(tick, ticks, top);
			svg.line(TimeAxis.LEFT, y, TimeAxis.RIGHT, y).textEndingAt(TimeAxis.LEFT - 8, y + 4, "quiet", number(tick));
		}
		int n = 0;
		for (Map.Entry<String, SortedMap<Double, Double>> each : series.entrySet()) {
			svg.curve(points(each.getValue(), axis, ticks, top), Colours.of(n));
			legend(svg, each.getKey(), n++, top);
		}
	}

	private void legend(Svg svg, String name, int n, int top) {
		int x = TimeAxis.RIGHT - 150 * (series.size() - n);
		svg.rect(x, top - 16, 10, 10, Colours.of(n), name)
			.text(x + 15, top - 7, "quiet", unit.isEmpty() ? name : (name + ", " + unit));
	}

	private List<Point> points(SortedMap<Double, Double> values, TimeAxis axis, Ticks ticks, int top) {
		return values.entrySet()
			.stream()
			.map(each -> new Point(axis.x(each.getKey()), y(each.getValue(), ticks, top)))
			.toList();
	}

	private double most() {
		return series.values()
			.stream()
			.flatMap(each -> each.values().stream())
			.mapToDouble(value -> value)
			.max()
			.orElse(1);
	}

	private double y(double value, Ticks ticks, int top) {
		return top + height() * (1 - value / ticks.end());
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, (value == Math.rint(value)) ? "%.0f" : "%.1f", value);
	}

}
