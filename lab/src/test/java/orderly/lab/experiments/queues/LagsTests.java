package orderly.lab.experiments.queues;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LagsTests {

	@Test
	void readWhatAServiceSaysOfItself() {
		assertThat(Lags.read("""
				# TYPE orderly_consumer_lag gauge
				orderly_consumer_lag{application="payment-service",group="payment-service"} 412.0
				""")).isEqualTo(412);
	}

	@Test
	void areUnknownWhileTheBrokerDoesNotTell() {
		assertThat(Lags.read("orderly_consumer_lag{group=\"payment-service\"} NaN")).isNaN();
		assertThat(Lags.read("up 1.0")).isNaN();
	}

}
