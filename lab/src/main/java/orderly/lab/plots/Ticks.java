package orderly.lab.plots;

import java.util.List;
import java.util.stream.IntStream;

/** Round numbers along an axis from 0, about five of them. */
record Ticks(double step, int count) {

	static Ticks upTo(double most) {
		double raw = Math.max(most, 1e-9) / 5;
		double decade = Math.pow(10, Math.floor(Math.log10(raw)));
		double step = List.of(1.0, 2.0, 5.0, 10.0)
			.stream()
			.map(f -> f * decade)
			.filter(s -> s >= raw * 0.999)
			.findFirst()
			.orElseThrow();
		return new Ticks(step, (int) Math.ceil(most / step));
	}

	double end() {
		return step * Math.max(1, count);
	}

	List<Double> values() {
		return IntStream.rangeClosed(0, Math.max(1, count)).mapToObj(i -> i * step).toList();
	}

}
