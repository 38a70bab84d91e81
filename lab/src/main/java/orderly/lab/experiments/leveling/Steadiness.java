package orderly.lab.experiments.leveling;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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

	/** Of a count that grows: what was done in all by each second. */
	static Steadiness of(SortedMap<Double, Double> done) {
		double from = reached(done, 0.1);
		int windows = (int) ((reached(done, 0.9) - from) / WINDOW);
		if (windows < FEWEST_WINDOWS) {
			return new Steadiness(Double.NaN, Double.NaN);
		}
		List<Double> rates = IntStream.range(0, windows).mapToObj(n -> rate(done, from + n * WINDOW)).toList();
		double mean = mean(rates);
		double variance = mean(rates.stream().map(rate -> Math.pow(rate - mean, 2)).toList());
		return new Steadiness(mean, Math.sqrt(variance) / mean);
	}

	/** When this part of all was done; NaN where nothing was. */
	private static double reached(SortedMap<Double, Double> done, double part) {
		double first = done.values().stream().findFirst().orElse(Double.NaN);
		double all = done.isEmpty() ? Double.NaN : done.getOrDefault(done.lastKey(), Double.NaN) - first;
		return done.entrySet()
			.stream()
			.filter(each -> each.getValue() > first && each.getValue() >= first + part * all)
			.mapToDouble(Map.Entry::getKey)
			.findFirst()
			.orElse(Double.NaN);
	}

	private static double rate(SortedMap<Double, Double> done, double from) {
		return (at(done, from + WINDOW) - at(done, from)) / WINDOW;
	}

	/** Between two readings it grew evenly. */
	private static double at(SortedMap<Double, Double> done, double second) {
		double before = done.headMap(Math.nextUp(second)).lastKey();
		double after = done.tailMap(second).firstKey();
		double grown = done.getOrDefault(after, Double.NaN) - done.getOrDefault(before, Double.NaN);
		return done.getOrDefault(before, Double.NaN)
				+ ((after == before) ? 0 : grown * (second - before) / (after - before));
	}

	private static double mean(List<Double> values) {
		return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
	}

}
