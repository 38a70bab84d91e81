package orderly.provider;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * The provider's book of account. Requests of one order are serialized by its one row
 * that is no refund: its first writer wins, and everybody else reads what was written.
 */
class Ledger {

	private static final String COLUMNS = "select kind, id, order_id, amount_minor, currency, at from ledger ";

	private final DataSource database;

	Ledger(DataSource database) {
		this.database = database;
	}

	/**
	 * What stands in the ledger after a request.
	 *
	 * @param entry the line
	 * @param first whether this request wrote it
	 */
	record Posted(Entry entry, boolean first) {
	}

	Posted charge(UUID orderId, long amountMinor, Entry.Kind outcome) throws SQLException {
		Posted posted = post(orderId, outcome, amountMinor);
		if (posted.entry().kind() != Entry.Kind.VOID && posted.entry().amountMinor() != amountMinor) {
			throw Refusal.invalid("amountMinor", "must be what this order was first charged with");
		}
		return posted;
	}

	/**
	 * Voids what is not known yet: a later charge is refused, an earlier one reported.
	 */
	Entry cancel(UUID orderId) throws SQLException {
		return post(orderId, Entry.Kind.VOID, 0).entry();
	}

	Optional<Entry> find(UUID orderId) throws SQLException {
		try (Connection connection = this.database.getConnection()) {
			return query(connection, "where order_id = ? and kind <> 'REFUND'", orderId).stream().findFirst();
		}
	}

	List<Entry> entries(UUID orderId) throws SQLException {
		try (Connection connection = this.database.getConnection()) {
			return query(connection, "where order_id = ? order by position", orderId);
		}
	}

	/** Gives money back once per refund id, and never more than was captured. */
	Entry refund(UUID refundId, UUID orderId, long amountMinor) throws SQLException {
		try (Connection connection = this.database.getConnection()) {
			connection.setAutoCommit(false);
			Entry charge = lockedCharge(connection, orderId);
			Optional<Entry> known = query(connection, "where id = ?", refundId).stream().findFirst();
			if (known.isEmpty()) {
				requireRest(connection, charge, amountMinor);
				insert(connection, Entry.Kind.REFUND, refundId, orderId, amountMinor);
			}
			else if (!known.get().orderId().equals(orderId) || known.get().amountMinor() != amountMinor) {
				throw Refusal.invalid("refundId", "is known with another order or amount");
			}
			Entry refund = query(connection, "where id = ?", refundId).getFirst();
			connection.commit();
			return refund;
		}
	}

	void ping() throws SQLException {
		try (Connection connection = this.database.getConnection();
				PreparedStatement statement = connection.prepareStatement("select 1")) {
			statement.execute();
		}
	}

	private Posted post(UUID orderId, Entry.Kind kind, long amountMinor) throws SQLException {
		try (Connection connection = this.database.getConnection()) {
			boolean first = insert(connection, kind, UUID.randomUUID(), orderId, amountMinor);
			return new Posted(query(connection, "where order_id = ? and kind <> 'REFUND'", orderId).getFirst(), first);
		}
	}

	private static Entry lockedCharge(Connection connection, UUID orderId) throws SQLException {
		return query(connection, "where order_id = ? and kind = 'CHARGE' for update", orderId).stream()
			.findFirst()
			.orElseThrow(
					() -> new Refusal(409, "not-captured", "Not captured", "Nothing was captured for this order."));
	}

	private static void requireRest(Connection connection, Entry charge, long amountMinor) throws SQLException {
		long refunded = query(connection, "where order_id = ? and kind = 'REFUND'", charge.orderId()).stream()
			.mapToLong(Entry::amountMinor)
			.sum();
		if (amountMinor > charge.amountMinor() - refunded) {
			throw new Refusal(409, "refund-too-large", "Refund too large", "Less than that is left of the charge.");
		}
	}

	private static boolean insert(Connection connection, Entry.Kind kind, UUID id, UUID orderId, long amountMinor)
			throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("""
				insert into ledger (kind, id, order_id, amount_minor, currency) values (?, ?, ?, ?, ?)
				on conflict (order_id) where kind <> 'REFUND' do nothing""")) {
			statement.setString(1, kind.name());
			statement.setObject(2, id);
			statement.setObject(3, orderId);
			statement.setLong(4, amountMinor);
			statement.setString(5, Entry.CURRENCY);
			return statement.executeUpdate() == 1;
		}
	}

	private static List<Entry> query(Connection connection, String condition, UUID id) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(COLUMNS + condition)) {
			statement.setObject(1, id);
			List<Entry> entries = new ArrayList<>();
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					entries.add(new Entry(Entry.Kind.valueOf(row.getString(1)), row.getObject(2, UUID.class),
							row.getObject(3, UUID.class), row.getLong(4), row.getString(5),
							row.getObject(6, OffsetDateTime.class).toInstant()));
				}
			}
			return entries;
		}
	}

}
