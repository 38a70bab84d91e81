package orderly.lab.plots;

import java.util.List;
import java.util.stream.IntStream;

import orderly.lab.load.Sample;
import orderly.lab.load.Samples;
import orderly.lab.plots.Svg.Point;

/** A speck for each call where it was to begin, as high as it took long. */
record LatencyPanel(String label, Samples samples) implements Panel {

	// more would only lie on one another, and make the file large
	private static final int MOST = 3_000;

	@Override
	public int height() {
		return 170;
	}

	@Override
	public void draw(Svg svg, TimeAxis axis, int top) {
		LogScale scale = LogScale.upTo(samples.percentile(100), top, height());
		scale.draw(svg, TimeAxis.LEFT, TimeAxis.RIGHT);
		svg.specks(points(samples.ok(), axis, scale), Colours.BLUE)
			.marks(points(samples.failed(), axis, scale), Colours.RED);
		svg.textEndingAt(TimeAxis.RIGHT, top - 6, "quiet",
				samples.ok().count() + " answered, blue · " + samples.failed().count() + " failed, red");
	}

	private static List<Point> points(Samples samples, TimeAxis axis, LogScale scale) {
		List<Sample> all = samples.all();
		int step = 1 + all.size() / MOST;
		return IntStream.range(0, all.size())
			.filter(i -> i % step == 0)
			.mapToObj(all::get)
			.map(each -> new Point(axis.x(each.scheduled()), scale.y(each.milliseconds())))
			.toList();
	}

}
