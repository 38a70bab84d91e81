package orderly.lab.experiments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import orderly.lab.plots.Plot;

/** Collects what a phase sees, and tells it as it comes. */
public class Notebook {

	private final Map<String, Number> numbers = new LinkedHashMap<>();

	private final List<Finding> findings = new ArrayList<>();

	private final List<Plot> plots = new ArrayList<>();

	private final Consumer<String> told;

	public Notebook(Consumer<String> told) {
		this.told = told;
	}

	public void number(String name, Number value) {
		numbers.put(name, value);
	}

	/** To the next tenth: what lies behind it is noise. */
	public void tenths(String name, double value) {
		number(name, Math.round(value * 10) / 10.0);
	}

	public void finding(Finding finding) {
		findings.add(finding);
		told.accept("  " + finding);
	}

	public void plot(Plot plot) {
		plots.add(plot);
	}

	public Measured close() {
		return new Measured(Collections.unmodifiableMap(numbers), List.copyOf(findings), List.copyOf(plots));
	}

}
