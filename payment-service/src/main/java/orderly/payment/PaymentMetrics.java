package orderly.payment;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import orderly.payment.Payments.Step;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Counts the payments that reached a state through this instance, and how many in all
 * wait for an end. Those are asked for in advance: a scrape must not wait for a database
 * that is away.
 */
@Component
class PaymentMetrics {

	private final MeterRegistry meters;

	private final DuePayments due;

	private final MultiGauge unfinished;

	PaymentMetrics(MeterRegistry meters, DuePayments due) {
		this.meters = meters;
		this.due = due;
		this.unfinished = MultiGauge.builder("orderly.payments.unfinished")
			.description("Payments that wait for an end, in the whole service")
			.register(meters);
	}

	@Scheduled(fixedDelayString = "${orderly.payment.metrics-every}")
	void read() {
		Map<PaymentState, Long> counts = this.due.count();
		this.unfinished.register(EnumSet.allOf(PaymentState.class)
			.stream()
			.filter(PaymentState::isUnfinished)
			.map((state) -> Row.of(Tags.of("state", tag(state)), counts.getOrDefault(state, 0L)))
			.toList(), true);
	}

	@TransactionalEventListener
	void count(Step step) {
		if (step.moved()) {
			this.meters.counter("orderly.payments", "state", tag(step.after().state())).increment();
		}
	}

	private static String tag(PaymentState state) {
		return state.name().toLowerCase(Locale.ROOT);
	}

}
