package orderly.payment;

import java.util.EnumSet;
import java.util.Locale;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import orderly.payment.Payments.Step;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Counts the payments that reached a state through this instance, and how many in all
 * wait for an end.
 */
@Component
class PaymentMetrics {

	private final MeterRegistry meters;

	PaymentMetrics(MeterRegistry meters, DuePayments due) {
		this.meters = meters;
		EnumSet.allOf(PaymentState.class)
			.stream()
			.filter(PaymentState::isUnfinished)
			.forEach((state) -> Gauge.builder("orderly.payments.unfinished", () -> due.count(state))
				.description("Payments that wait for an end, in the whole service")
				.tag("state", tag(state))
				.register(meters));
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
