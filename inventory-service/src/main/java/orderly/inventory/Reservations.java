package orderly.inventory;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All reservations. Whoever comes first with an order's id inserts its row; everybody
 * else finds it locked, waits, and reads what became of it. Nobody selects first: two who
 * both saw nothing would both go on.
 */
@Repository
class Reservations {

	private final JdbcClient jdbc;

	Reservations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Starts as held; false where the order is known already. */
	boolean hold(UUID orderId, Instant deadline, Instant askAt, @Nullable String traceparent) {
		return this.jdbc.sql("""
				insert into reservation (order_id, state, deadline, ask_at, traceparent)
				values (?, 'HELD', ?, ?, ?) on conflict do nothing""")
			.params(orderId, utc(deadline), utc(askAt))
			.param(traceparent)
			.update() == 1;
	}

	/**
	 * Starts as ended, so that whatever arrives late finds that; false where the order is
	 * known.
	 */
	boolean bury(UUID orderId, ReservationState state) {
		return this.jdbc.sql("insert into reservation (order_id, state) values (?, ?) on conflict do nothing")
			.params(orderId, state.name())
			.update() == 1;
	}

	/** The state of a known order, which cannot change before the transaction ends. */
	ReservationState lock(UUID orderId) {
		return this.jdbc.sql("select state from reservation where order_id = ? for update")
			.param(orderId)
			.query(ReservationState.class)
			.single();
	}

	void end(UUID orderId, ReservationState state) {
		this.jdbc.sql("update reservation set state = ?, ask_at = null, updated_at = now() where order_id = ?")
			.params(state.name(), orderId)
			.update();
	}

	void add(UUID orderId, List<Item> items) {
		items.forEach((item) -> this.jdbc.sql("insert into reservation_line (order_id, sku, quantity) values (?, ?, ?)")
			.params(orderId, item.sku(), item.quantity())
			.update());
	}

	void miss(UUID orderId, List<Missing> missing) {
		missing
			.forEach((line) -> this.jdbc.sql("update reservation_line set available = ? where order_id = ? and sku = ?")
				.params(line.available(), orderId, line.sku())
				.update());
	}

	List<Missing> missing(UUID orderId) {
		return this.jdbc.sql("""
				select sku, quantity as requested, available from reservation_line
				where order_id = ? and available is not null order by sku""")
			.param(orderId)
			.query(new SimplePropertyRowMapper<>(Missing.class))
			.list();
	}

	Map<ReservationState, Long> count() {
		return this.jdbc.sql("select state, count(*) from reservation group by state")
			.query((row, _) -> Map.entry(ReservationState.valueOf(row.getString(1)), row.getLong(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
