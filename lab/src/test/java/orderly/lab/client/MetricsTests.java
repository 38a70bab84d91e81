package orderly.lab.client;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsTests {

	private final Metrics metrics = new Metrics("""
			# TYPE requests_total counter
			requests_total{method="GET",uri="/orders"} 3.0
			requests_total{method="POST",uri="/orders"} 1.2E2
			requests_total{method="GET",uri="/stock"} 5.0
			requests_total_seconds 9.0
			lag{group="order-service"} NaN
			started 1.795E9
			""");

	@Test
	void addUpTheSamplesOfAMetric() {
		assertThat(this.metrics.sum("requests_total")).hasValue(128);
		assertThat(this.metrics.sum("started")).hasValue(1_795_000_000);
	}

	@Test
	void addUpThoseThatHaveAllLabels() {
		assertThat(this.metrics.sum("requests_total", Map.of("uri", "/orders"))).hasValue(123);
		assertThat(this.metrics.sum("requests_total", Map.of("uri", "/orders", "method", "GET"))).hasValue(3);
	}

	@Test
	void knowNothingOfWhatIsNotMeasured() {
		assertThat(this.metrics.sum("requests")).isEmpty();
		assertThat(this.metrics.sum("requests_total", Map.of("ri", "/orders"))).isEmpty();
		assertThat(this.metrics.sum("requests_total", Map.of("uri", "/order"))).isEmpty();
	}

	@Test
	void doNotKnowWhatAProcessDoesNotKnowItself() {
		assertThat(this.metrics.sum("lag").orElseThrow()).isNaN();
	}

}
