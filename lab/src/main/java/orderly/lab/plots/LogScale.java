package orderly.lab.plots;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** Milliseconds upwards, each power of ten as high as the one before. */
record LogScale(int decades, int top, int height) {

	/** A scale from 1 ms to the power of ten that holds the most. */
	static LogScale upTo(double most, int top, int height) {
		return new LogScale((int) Math.clamp(Math.ceil(Math.log10(Math.max(most, 1))), 1, 6), top, height);
	}

	double y(double milliseconds) {
		return top + height * (1 - Math.clamp(Math.log10(Math.max(milliseconds, 1)) / decades, 0, 1));
	}

	void draw(Svg svg, int left, int right) {
		DoubleStream.iterate(1, tick -> tick <= Math.pow(10, decades), tick -> tick * 10)
			.forEach(tick -> svg.line(left, y(tick), right, y(tick))
				.textEndingAt(left - 8, y(tick) + 4, "quiet", label(tick)));
	}

	private static String label(double milliseconds) {
		return String.format(Locale.ROOT, (milliseconds < 1000) ? "%.0f ms" : "%.0f s",
				(milliseconds < 1000) ? milliseconds : milliseconds / 1000);
	}

}
