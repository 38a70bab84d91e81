package orderly.payment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The payments that wait for a reconciler. They are unordered work: whoever comes skips
 * what somebody else is taking.
 */
@Repository
class DuePayments {

	private final JdbcClient jdbc;

	private final ReconcilerSettings settings;

	DuePayments(JdbcClient jdbc, ReconcilerSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/**
	 * Takes payments that are due, each for one reconciler, and makes them due again
	 * later: so nothing is lost with a reconciler that dies.
	 */
	List<Payment> claim() {
		return this.jdbc.sql("""
				update payments set attempts = attempts + 1,
					due_at = now() + least(:pause * power(2, least(attempts, 20)), :longestPause) * interval '1 ms'
				where order_id in (select order_id from payments where due_at <= now()
					order by due_at limit :batch for update skip locked)
				returning *""")
			.param("pause", this.settings.pause().toMillis())
			.param("longestPause", this.settings.longestPause().toMillis())
			.param("batch", this.settings.batch())
			.query(new PaymentRow())
			.list();
	}

	/** How many payments of each state wait for an end. */
	Map<PaymentState, Long> count() {
		return this.jdbc.sql("select state, count(*) from payments where due_at is not null group by state")
			.query((row, _) -> Map.entry(PaymentState.valueOf(row.getString(1)), row.getLong(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
