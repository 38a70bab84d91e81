package orderly.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;

/**
 * Reads a payment from its row.
 */
class PaymentRow implements RowMapper<Payment> {

	@Override
	public Payment mapRow(ResultSet row, int number) throws SQLException {
		return new Payment(row.getObject("order_id", UUID.class), row.getObject("payment_id", UUID.class),
				PaymentState.valueOf(row.getString("state")), row.getBoolean("cancelled"), demand(row),
				row.getString("reason"), row.getObject("refund_id", UUID.class), row.getString("traceparent"));
	}

	private static @Nullable Demand demand(ResultSet row) throws SQLException {
		String currency = row.getString("currency");
		return (currency != null) ? new Demand(row.getLong("amount_minor"), currency, row.getString("method")) : null;
	}

}
