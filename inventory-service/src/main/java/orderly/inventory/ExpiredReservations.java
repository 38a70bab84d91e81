package orderly.inventory;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reservations that outlived their order's deadline. Instances share them out: what one
 * has locked, the others skip. The database's clock is the only one that counts.
 */
@Repository
class ExpiredReservations {

	/** Keeps the transaction, and so the locks, short. */
	private static final int AT_ONCE = 50;

	private static final String CLAIM = """
			with due as (
				select order_id from reservation where state = 'HELD' and ask_at <= now()
				order by ask_at limit :atOnce for update skip locked)
			update reservation r set asked = r.asked + 1, updated_at = now(),
				ask_at = now() + least(:longest * interval '1 millisecond',
						:after * power(2, least(r.asked + 1, 30)) * interval '1 millisecond')
			from due where r.order_id = due.order_id
			returning r.order_id, r.traceparent""";

	private final JdbcClient jdbc;

	private final ExpirySettings settings;

	ExpiredReservations(JdbcClient jdbc, ExpirySettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/** Takes those that are due, until the transaction ends, and sets when next. */
	List<Expired> claim() {
		return this.jdbc.sql(CLAIM)
			.param("atOnce", AT_ONCE)
			.param("longest", this.settings.longestPause().toMillis())
			.param("after", this.settings.after().toMillis())
			.query(new SimplePropertyRowMapper<>(Expired.class))
			.list();
	}

	record Expired(UUID orderId, @Nullable String traceparent) {
	}

}
