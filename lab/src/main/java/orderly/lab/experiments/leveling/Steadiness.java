package orderly.lab.experiments.leveling;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How even the work goes on between its beginning and its end: the first and the last
 * tenth are left out, the rest is cut into windows.
 *
 * @param perSecond the mean rate
 * @param spread the coefficient of variation of the windows' rates: 0 is a flat line; NaN
 * where too little was measured
 */
record Steadiness(double perSecond, double spread) {

	private static final double WINDOW = 3;

	// two windows are no series
	private static final int FEWEST_WINDOWS = 3;

	/** Of moments in seconds, the first one first. */
	static Steadiness of(List<Double> moments) {
		List<Double> steady = moments.subList(moments.size() / 10, moments.size() - moments.size() / 10);
		int windows = steady.isEmpty() ? 0 : (int) ((steady.getLast() - steady.getFirst()) / WINDOW);
		if (windows < FEWEST_WINDOWS) {
			return new Steadiness(Double.NaN, Double.NaN);
		}
		List<Double> rates = IntStream.range(0, windows).mapToObj(n -> rate(steady, n)).toList();
		double mean = mean(rates);
		double variance = mean(rates.stream().map(rate -> Math.pow(rate - mean, 2)).toList());
		return new Steadiness(mean, Math.sqrt(variance) / mean);
	}

	private static double rate(List<Double> moments, int window) {
		double from = moments.getFirst() + window * WINDOW;
		return moments.stream().filter(moment -> moment >= from && moment < from + WINDOW).count() / WINDOW;
	}

	private static double mean(List<Double> values) {
		return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
	}

}
