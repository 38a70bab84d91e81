package orderly.lab.experiments;

import java.util.List;
import java.util.Map;

import orderly.lab.plots.Plot;

/**
 * What one phase of an experiment saw.
 *
 * @param numbers each with its unit at the end of its name, as in
 * {@code confirmed-async-ms}
 * @param findings what was checked
 * @param plots what was drawn
 */
public record Measured(Map<String, Number> numbers, List<Finding> findings, List<Plot> plots) {

	/** A phase that does not exist. */
	public static final Measured NOTHING = new Measured(Map.of(), List.of(), List.of());

	/**
	 * {@return a number by its name}; NaN where it was not measured, with which no
	 * comparison holds.
	 */
	public double number(String name) {
		return numbers.getOrDefault(name, Double.NaN).doubleValue();
	}

}
