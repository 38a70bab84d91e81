package orderly.order;

import java.util.UUID;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class OrderMetricsTests extends RunningService {

	private static final String OPEN_METRICS = "application/openmetrics-text";

	@Autowired
	private MeterRegistry registry;

	@Test
	void ordersAreCountedByEndAndReason() {
		this.endOrder.cancel(placed(), Order.Reason.CUSTOMER);
		assertThat(metrics()).containsPattern(
				"orders_ended_total\\{.*checkout=\"async\",end=\"CANCELLED\".*reason=\"CUSTOMER\".*\\} [1-9]");
	}

	@Test
	void aBucketOfTheTimeToTheEndLeadsToATrace() {
		assertThat(post("/orders", SYNC_ORDER).statusCode()).isEqualTo(201);
		assertThat(metrics()).containsPattern(
				"orders_time_to_end_seconds_bucket\\{.*checkout=\"sync\",end=\"CONFIRMED\".*# \\{.*trace_id=\"[0-9a-f]{32}\"");
	}

	@Test
	void attemptsAreTimedByOutcome() {
		placed();
		assertThat(metrics()).containsPattern(
				"orders_place_seconds_count\\{checkout=\"async\",error=\"none\",.*outcome=\"placed\".*\\} [1-9]");
	}

	@Test
	void whatCannotBeOrderedIsRefusedAndNotFailed() {
		assertThat(post("/orders", ORDER.replace("TEA-001", "TEA-999")).statusCode()).isEqualTo(422);
		assertThat(metrics()).containsPattern("orders_place_seconds_count\\{.*outcome=\"refused\".*\\} [1-9]")
			.doesNotContainPattern("orders_place_seconds_count\\{.*outcome=\"failed\"");
	}

	@Test
	void nothingIsCountedThatIsNotCommitted() {
		UUID id = placed();
		double before = cancelledAsUnknown();
		this.transaction.executeWithoutResult((status) -> {
			this.endOrder.cancel(id, Order.Reason.UNKNOWN);
			status.setRollbackOnly();
		});
		assertThat(cancelledAsUnknown()).isEqualTo(before);
		this.endOrder.cancel(id, Order.Reason.UNKNOWN);
		assertThat(cancelledAsUnknown()).isEqualTo(before + 1);
	}

	private double cancelledAsUnknown() {
		return this.registry.find("orders.ended")
			.tags("checkout", "async", "reason", "UNKNOWN")
			.counters()
			.stream()
			.mapToDouble(Counter::count)
			.sum();
	}

	private String metrics() {
		return get("/actuator/prometheus", "Accept", OPEN_METRICS).body();
	}

}
