package orderly.lab.plots;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

import orderly.lab.load.Samples;
import orderly.lab.plots.Svg.Point;

/**
 * Latencies by percentile, one curve for each case: towards the right each step is a ten
 * times rarer call, as in Gil Tene's HdrHistogram plots.
 */
public final class Distribution {

	private static final int WIDTH = 860;

	private static final int LEFT = 72;

	private static final int RIGHT = WIDTH - 24;

	private static final int TOP = 56;

	private static final int HEIGHT = 260;

	private Distribution() {
	}

	/**
	 * One case.
	 *
	 * @param colour {@link Colours#ON} and {@link Colours#OFF}, for example
	 */
	public record Case(String label, Samples samples, String colour) {
	}

	/** Draws all cases into one picture. */
	public static Plot plot(String name, String title, List<Case> cases) {
		double most = cases.stream().mapToDouble(each -> each.samples().percentile(100)).max().orElse(1);
		LogScale scale = LogScale.upTo(most, TOP, HEIGHT);
		double nines = cases.stream().mapToDouble(each -> nines(each.samples())).max().orElse(2);
		Svg svg = new Svg(WIDTH, TOP + HEIGHT + 40).text(16, 26, "title", title);
		scale.draw(svg, LEFT, RIGHT);
		DoubleStream.of(0, 50, 90, 99, 99.9, 99.99)
			.filter(percent -> depth(percent) <= nines)
			.forEach(percent -> tick(svg, percent, nines));
		for (int i = 0; i < cases.size(); i++) {
			draw(svg, cases.get(i), scale, nines);
			legend(svg, cases.get(i), TOP + 20 * i + 12);
		}
		return new Plot(name, svg.toString());
	}

	/** At the top left, where a curve seldom is: the fastest calls. */
	private static void legend(Svg svg, Case each, int y) {
		Samples samples = each.samples();
		String text = String.format(Locale.ROOT, "%s: %d calls, p50 %.0f ms, p90 %.0f ms, p99 %.0f ms", each.label(),
				samples.count(), samples.percentile(50), samples.percentile(90), samples.percentile(99));
		svg.rect(LEFT + 12, y, 10, 10, each.colour(), each.label()).text(LEFT + 28, y + 9, "", text);
	}

	private static void tick(Svg svg, double percent, double nines) {
		double x = x(percent, nines);
		svg.line(x, TOP, x, TOP + HEIGHT)
			.textEndingAt(x + 12, TOP + HEIGHT + 20, "quiet",
					(percent == 0) ? "fastest" : "p" + String.valueOf(percent).replaceAll("\\.0$", ""));
	}

	private static void draw(Svg svg, Case each, LogScale scale, double nines) {
		double last = Math.min(nines, nines(each.samples()));
		List<Point> points = DoubleStream.iterate(0, depth -> depth <= last, depth -> depth + 0.02)
			.mapToObj(depth -> point(each.samples(), 100 * (1 - Math.pow(10, -depth)), scale, nines))
			.toList();
		svg.curve(points, each.colour());
	}

	private static Point point(Samples samples, double percent, LogScale scale, double nines) {
		return new Point(x(percent, nines), scale.y(samples.percentile(percent)));
	}

	private static double x(double percent, double nines) {
		return LEFT + (RIGHT - LEFT) * depth(percent) / nines;
	}

	/** 1 at p90, 2 at p99, 3 at p99.9. */
	private static double depth(double percent) {
		return -Math.log10(1 - percent / 100);
	}

	/** As far as so many samples say anything. */
	private static double nines(Samples samples) {
		return Math.log10(Math.max(10, samples.count()));
	}

}
