package orderly.lab.experiments.queues;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingsTests {

	private static final String LAG = "orderly_consumer_lag{";

	@Test
	void addWhatAServiceSaysOfItself() {
		assertThat(Readings.read("""
				# TYPE orderly_consumer_lag gauge
				orderly_consumer_lag{application="payment-service",group="payment-service"} 412.0
				orderly_consumer_lag{application="payment-service",group="another"} 8.0
				""", LAG)).isEqualTo(420);
	}

	@Test
	void areUnknownWhileTheBrokerDoesNotTell() {
		assertThat(Readings.read("orderly_consumer_lag{group=\"payment-service\"} NaN", LAG)).isNaN();
		assertThat(Readings.read("up 1.0", LAG)).isNaN();
	}

}
