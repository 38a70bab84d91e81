package orderly.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What happened to the orders, in the order in which it happened.
 */
@Repository
class Timelines {

	private final JdbcClient jdbc;

	Timelines(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Something that happened.
	 *
	 * @param event the event's type without its version: {@code payment.captured}
	 * @param at the event's own time
	 */
	record Entry(String event, Instant at) {
	}

	/** One query, however many orders are on a page. */
	Map<UUID, List<Entry>> of(Collection<UUID> orders) {
		return orders.isEmpty() ? Map.of()
				: this.jdbc.sql("select * from timeline where order_id in (:orders) order by at, event")
					.param("orders", orders)
					.query(Row::of)
					.list()
					.stream()
					.collect(Collectors.groupingBy(Row::order, Collectors.mapping(Row::entry, Collectors.toList())));
	}

	private record Row(UUID order, Entry entry) {

		static Row of(ResultSet row, int number) throws SQLException {
			return new Row(row.getObject("order_id", UUID.class),
					new Entry(row.getString("event"), row.getObject("at", OffsetDateTime.class).toInstant()));
		}

	}

}
