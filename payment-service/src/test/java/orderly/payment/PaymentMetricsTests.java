package orderly.payment;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentMetricsTests extends PaymentServiceTest {

	@Autowired
	private PaymentMetrics metrics;

	@Autowired
	private MeterRegistry meters;

	@Test
	void countsWhatWasCapturedAndShowsWhatWaits() throws Exception {
		Gate.Pause pause = this.gate.beforeCharge(this.orderId);
		double before = captured();
		this.neighbours.reserve(this.orderId, "card-ok");
		pause.awaitReached();
		this.metrics.read();
		assertThat(this.meters.get("orderly.payments.unfinished").tag("state", "pending").gauge().value()).isPositive();
		pause.resume();
		this.neighbours.awaitHeard(this.orderId, PaymentCaptured.class);
		assertThat(captured()).isEqualTo(before + 1);
	}

	private double captured() {
		return this.meters.counter("orderly.payments", "state", "captured").count();
	}

}
