package orderly.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

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
			.query(Payments::payment)
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
			.query(Payments::payment)
			.single();
	}

	/**
	 * Takes unfinished payments that are due, each for one reconciler, and makes them due
	 * again later: so nothing is lost with a reconciler that dies.
	 */
	List<Payment> claimDue() {
		return this.jdbc.sql("""
				update payments set attempts = attempts + 1,
					due_at = now() + least(:pause * power(2, least(attempts, 20)), :longestPause) * interval '1 ms'
				where order_id in (select order_id from payments where due_at <= now()
					order by due_at limit :batch for update skip locked)
				returning *""")
			.param("pause", this.settings.pause().toMillis())
			.param("longestPause", this.settings.longestPause().toMillis())
			.param("batch", this.settings.batch())
			.query(Payments::payment)
			.list();
	}

	/** How many payments of a state wait for an end. */
	long unfinished(PaymentState state) {
		return this.jdbc.sql("select count(*) from payments where due_at is not null and state = :state")
			.param("state", state.name())
			.query(Long.class)
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

	private static Payment payment(ResultSet row, int number) throws SQLException {
		return new Payment(row.getObject("order_id", UUID.class), row.getObject("payment_id", UUID.class),
				PaymentState.valueOf(row.getString("state")), row.getBoolean("cancelled"), demand(row),
				row.getString("reason"), row.getObject("refund_id", UUID.class), row.getString("traceparent"));
	}

	private static @Nullable Demand demand(ResultSet row) throws SQLException {
		String currency = row.getString("currency");
		return (currency != null) ? new Demand(row.getLong("amount_minor"), currency, row.getString("method")) : null;
	}

}
