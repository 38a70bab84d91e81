package orderly.lab.load;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.HdrHistogram.Histogram;

/** What a load saw, in the order of the schedule. */
public record Samples(List<Sample> all) {

	// a thousandth is finer than any claim; Tene's histogram is exact within that
	private static final int DIGITS = 3;

	public Samples {
		all = List.copyOf(all);
	}

	public int count() {
		return all.size();
	}

	/** Those answered in the 200s. */
	public Samples ok() {
		return where(Sample::ok);
	}

	/** Those without an answer or with another one. */
	public Samples failed() {
		return where(sample -> !sample.ok());
	}

	/** Whether each was answered in the 200s, and there are some: nothing is no proof. */
	public boolean allOk() {
		return count() > 0 && failed().count() == 0;
	}

	public Samples where(Predicate<Sample> wanted) {
		return new Samples(all.stream().filter(wanted).toList());
	}

	/** Those that were to begin in this window, its end left out. */
	public Samples between(Duration from, Duration to) {
		return where(sample -> sample.scheduled().compareTo(from) >= 0 && sample.scheduled().compareTo(to) < 0);
	}

	/**
	 * The latency that so many percent stay within, in milliseconds; NaN without samples.
	 */
	public double percentile(double percent) {
		return all.isEmpty() ? Double.NaN : histogram().getValueAtPercentile(percent) / 1e3;
	}

	/** Tene's histogram of the latencies, in microseconds. */
	public Histogram histogram() {
		Histogram histogram = new Histogram(DIGITS);
		all.forEach(sample -> histogram.recordValue(sample.latency().toNanos() / 1_000));
		return histogram;
	}

	/** By the process that answered, {@code order-service#2}. */
	public SortedMap<String, Samples> byInstance() {
		return by(Sample::instance);
	}

	/**
	 * The part that this process answered, of all that say who did; NaN without samples.
	 */
	public double share(String instance) {
		Samples known = where(sample -> !sample.instance().isEmpty());
		return (double) known.where(sample -> sample.instance().equals(instance)).count() / known.count();
	}

	/** By status and problem. */
	public SortedMap<String, Samples> byOutcome() {
		return by(Sample::outcome);
	}

	/** By the second of their scheduled start; a second without any is left out. */
	public SortedMap<Long, Samples> bySecond() {
		return by(sample -> sample.scheduled().toSeconds());
	}

	/** By anything else. */
	public <K extends Comparable<K>> SortedMap<K, Samples> by(Function<Sample, K> key) {
		return all.stream()
			.collect(Collectors.groupingBy(key, TreeMap::new,
					Collectors.collectingAndThen(Collectors.toList(), Samples::new)));
	}

	/** How many of which outcome, in one line. */
	@Override
	public String toString() {
		return byOutcome().entrySet()
			.stream()
			.map(each -> each.getValue().count() + " x " + each.getKey())
			.collect(Collectors.joining(", "));
	}

}
