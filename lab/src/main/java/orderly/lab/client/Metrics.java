package orderly.lab.client;

import java.net.URI;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * What a process measures of itself.
 *
 * @param text in Prometheus' text form, a sample a line
 */
public record Metrics(String text) {

	/**
	 * Those of now.
	 * @param base where the process serves
	 */
	public static Metrics of(Http http, URI base) {
		return new Metrics(http.text(base.resolve("/actuator/prometheus"), "text/plain"));
	}

	/**
	 * The sum of a metric's samples, NaN where one is not known now, and nothing where
	 * there is none.
	 */
	public OptionalDouble sum(String name) {
		return sum(name, Map.of());
	}

	/** The same of those samples alone that have all of these labels. */
	public OptionalDouble sum(String name, Map<String, String> labels) {
		double[] samples = text.lines()
			.filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
			.filter(line -> labels.entrySet().stream().allMatch(label -> has(line, label)))
			.mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.toArray();
		return (samples.length == 0) ? OptionalDouble.empty() : OptionalDouble.of(DoubleStream.of(samples).sum());
	}

	private static boolean has(String line, Map.Entry<String, String> label) {
		String text = label.getKey() + "=\"" + label.getValue() + "\"";
		return line.contains("{" + text) || line.contains("," + text);
	}

}
