package orderly.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowMapper;

/**
 * Reads an order from its row.
 *
 * @param json reads its lines
 */
record OrderRow(JsonMapper json) implements RowMapper<Order> {

	private static final TypeReference<List<Order.Line>> LINES = new TypeReference<>() {
	};

	@Override
	public Order mapRow(ResultSet row, int number) throws SQLException {
		String reason = row.getString("reason");
		return new Order(row.getObject("id", UUID.class), row.getString("customer"),
				Checkout.of(row.getString("checkout")), row.getString("payment_method"),
				this.json.readValue(row.getString("lines"), LINES), row.getLong("total_minor"),
				row.getString("currency"), Order.Status.valueOf(row.getString("status")),
				(reason != null) ? Order.Reason.valueOf(reason) : null, instant(row, "placed_at"),
				instant(row, "updated_at"), instant(row, "deadline"), row.getString("traceparent"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
