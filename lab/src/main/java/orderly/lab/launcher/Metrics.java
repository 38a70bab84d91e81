package orderly.lab.launcher;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a process measures of itself, in Prometheus' text form.
 *
 * @param lines the lines of samples
 */
record Metrics(List<String> lines) {

	static final Metrics NONE = new Metrics(List.of());

	static Metrics of(String url) {
		return Http.get(url + "/actuator/prometheus")
			.filter((answer) -> answer.statusCode() == 200)
			.map((answer) -> new Metrics(answer.body().lines().toList()))
			.orElse(NONE);
	}

	/**
	 * {@return the sum of a metric's samples; null when there is none, or when it is not
	 * known now (NaN)}
	 */
	@Nullable Double value(String name) {
		List<Double> samples = this.lines.stream()
			.filter((line) -> line.startsWith(name + " ") || line.startsWith(name + "{"))
			.map((line) -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
			.toList();
		double sum = samples.stream().mapToDouble(Double::doubleValue).sum();
		return (samples.isEmpty() || Double.isNaN(sum)) ? null : Double.valueOf(sum);
	}

}
