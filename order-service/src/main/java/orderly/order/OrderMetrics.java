package orderly.order;

import java.time.Duration;
import java.util.Objects;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How orders end, and how long that takes. Both are recorded in the order's trace, so
 * that an exemplar leads from a bucket to an order.
 */
@Component
class OrderMetrics {

	private final MeterRegistry registry;

	OrderMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	/** Counts an order's end once its transaction is committed. */
	void ended(Order order) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				record(order);
			}
		});
	}

	private void record(Order order) {
		Tags tags = Tags.of("checkout", order.checkout().toString(), "end", order.status().name(), "reason",
				Objects.requireNonNullElse(order.reason(), "NONE").toString());
		this.registry.counter("orders.ended", tags).increment();
		this.registry.timer("orders.time-to-end", tags).record(Duration.between(order.placedAt(), order.updatedAt()));
	}

}
