package orderly.payment;

import io.micrometer.tracing.ScopedSpan;
import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class TraceTests extends PaymentServiceTest {

	@Autowired
	private Tracer tracer;

	@Test
	void whatATimerDoesBelongsToTheOrdersTrace() {
		ScopedSpan order = this.tracer.startScopedSpan("order");
		try {
			this.neighbours.reserve(this.orderId, "card-lost");
		}
		finally {
			order.end();
		}
		this.books.awaitState(this.orderId, PaymentState.CAPTURED, "CHARGE");
		this.neighbours.awaitHeard(this.orderId, PaymentCaptured.class);
		assertThat(this.gate.tracesOfCharges(this.orderId)).hasSize(2).containsOnly(order.context().traceId());
	}

}
