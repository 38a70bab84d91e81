package orderly.lab.experiments.queues;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import orderly.lab.client.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTests {

	private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

	private final Pace pace = new Pace(START,
			List.of(order("CONFIRMED", 0.1, 3.2), order("CANCELLED", 0.7, 1.9), order("PLACED", 2.5, 2.5)));

	@Test
	void countsASecondWithoutOrdersAsZero() {
		assertThat(this.pace.placed()).containsExactly(entry(0, 2), entry(1, 0), entry(2, 1));
		assertThat(this.pace.ended()).containsExactly(entry(0, 0), entry(1, 1), entry(2, 0), entry(3, 1));
	}

	@Test
	void countsAnOpenOrderAmongNoEndings() {
		assertThat(this.pace.endings()).containsExactly(1.9, 3.2);
		assertThat(this.pace.length()).hasMillis(3_200);
	}

	@Test
	void tellsHowLongTheOrderInTheMiddleTook() {
		assertThat(this.pace.medianMilliseconds()).isBetween(1_199.0, 1_201.0);
		assertThat(new Pace(START, List.of()).medianMilliseconds()).isNaN();
	}

	private static Map.Entry<Double, Double> entry(double second, double count) {
		return Map.entry(second, count);
	}

	private static Order order(String status, double placed, double updated) {
		return new Order("id", status, null, "async", List.of(), 100, "EUR", at(placed), at(updated));
	}

	private static String at(double second) {
		return START.plusMillis(Math.round(second * 1_000)).toString();
	}

}
