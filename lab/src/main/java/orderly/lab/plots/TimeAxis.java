package orderly.lab.plots;

import java.time.Duration;
import java.util.Locale;

/** Seconds from left to right, the same for all panels of a picture. */
record TimeAxis(double seconds) {

	static final int WIDTH = 860;

	static final int LEFT = 72;

	static final int RIGHT = WIDTH - 24;

	double x(double second) {
		return LEFT + (RIGHT - LEFT) * Math.clamp(second / seconds, 0, 1);
	}

	double x(Duration moment) {
		return x(moment.toNanos() / 1e9);
	}

	void draw(Svg svg, int bottom) {
		for (double tick : Ticks.upTo(seconds).values()) {
			if (tick <= seconds) {
				svg.line(x(tick), bottom, x(tick), bottom + 5)
					.textEndingAt(x(tick) + 8, bottom + 20, "quiet", String.format(Locale.ROOT, "%.0f s", tick));
			}
		}
		svg.line(LEFT, bottom, RIGHT, bottom);
	}

}
