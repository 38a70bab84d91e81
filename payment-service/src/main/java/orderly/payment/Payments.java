package orderly.payment;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The payments, one row for each order. Who wants to add one adds first and reads then:
 * of two who come at once, one adds and the other finds.
 */
@Repository
class Payments {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final ReconcilerSettings settings;

	Payments(JdbcClient jdbc, ApplicationEventPublisher events, ReconcilerSettings settings) {
		this.jdbc = jdbc;
		this.events = events;
		this.settings = settings;
	}

	/** A payment before and after a change, which may have been none. */
	record Step(Payment before, Payment after) {

		boolean moved() {
			return this.before.state() != this.after.state();
		}

	}

	/**
	 * Adds a payment unless its order has one.
	 * @return whether it was added
	 */
	boolean add(Payment payment) {
		Demand demand = payment.demand();
		return this.jdbc.sql("""
				insert into payments (order_id, payment_id, state, cancelled, amount_minor, currency, method, reason,
					traceparent, due_at)
				values (:orderId, :paymentId, :state, :cancelled, :amountMinor, :currency, :method, :reason,
					:traceparent, case when :unfinished then now() + :patience * interval '1 ms' end)
				on conflict (order_id) do nothing""")
			.param("orderId", payment.orderId())
			.param("paymentId", payment.paymentId())
			.param("state", payment.state().name())
			.param("cancelled", payment.cancelled())
			.param("amountMinor", (demand != null) ? demand.amountMinor() : null)
			.param("currency", (demand != null) ? demand.currency() : null)
			.param("method", (demand != null) ? demand.method() : null)
			.param("reason", payment.reason())
			.param("traceparent", payment.traceparent())
			.param("unfinished", payment.state().isUnfinished())
			.param("patience", this.settings.patience().toMillis())
			.update() == 1;
	}

	Optional<Payment> find(UUID orderId) {
		return this.jdbc.sql("select * from payments where order_id = :orderId")
			.param("orderId", orderId)
			.query(new PaymentRow())
			.optional();
	}

	/**
	 * Takes one step of a payment that nobody else changes before this transaction ends.
	 * What has changed is due at once.
	 */
	Step change(UUID orderId, UnaryOperator<Payment> step) {
		Payment before = lock(orderId);
		Payment after = step.apply(before);
		if (!after.equals(before)) {
			update(after);
		}
		Step taken = new Step(before, after);
		this.events.publishEvent(taken);
		return taken;
	}

	/** Reads a payment that nobody else changes before this transaction ends. */
	Payment lock(UUID orderId) {
		return this.jdbc.sql("select * from payments where order_id = :orderId for update")
			.param("orderId", orderId)
			.query(new PaymentRow())
			.single();
	}

	private void update(Payment payment) {
		this.jdbc.sql("""
				update payments set state = :state, cancelled = :cancelled, reason = :reason, refund_id = :refundId,
					attempts = 0, due_at = case when :unfinished then now() end, updated_at = now()
				where order_id = :orderId""")
			.param("orderId", payment.orderId())
			.param("state", payment.state().name())
			.param("cancelled", payment.cancelled())
			.param("reason", payment.reason())
			.param("refundId", payment.refundId())
			.param("unfinished", payment.state().isUnfinished())
			.update();
	}

}
