package orderly.lab.experiments.queues;

import java.util.List;

import orderly.lab.client.StubServer;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.StubLab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ReadingsTests {

	private static final String PAYMENT = "payment-service";

	private final StubServer service = new StubServer();

	private final Lab lab = StubLab.over(this.service);

	@AfterEach
	void stop() {
		this.service.close();
	}

	@Test
	void addWhatAServiceSaysOfItself() {
		says("""
				# TYPE orderly_consumer_lag gauge
				orderly_consumer_lag{application="payment-service",group="payment-service"} 412.0
				orderly_consumer_lag{application="payment-service",group="another"} 8.0
				""");
		try (Readings lags = Readings.lags(this.lab, List.of(PAYMENT))) {
			await().until(() -> lags.last(PAYMENT) == 420);
		}
	}

	@Test
	void noteNothingWhileTheBrokerOrTheServiceDoesNotTell() {
		says("orderly_consumer_lag{group=\"payment-service\"} NaN");
		says("up 1.0");
		this.service.on("GET /actuator/prometheus", 503, "");
		says("orderly_consumer_lag{group=\"payment-service\"} 7.0");
		try (Readings lags = Readings.lags(this.lab, List.of(PAYMENT))) {
			await().until(() -> !Double.isNaN(lags.last(PAYMENT)));
			assertThat(lags.seen().get(PAYMENT)).allSatisfy((second, messages) -> assertThat(messages).isEqualTo(7));
		}
	}

	private void says(String metrics) {
		this.service.on("GET /actuator/prometheus", 200, metrics);
	}

}
