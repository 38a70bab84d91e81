package orderly.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All stock. Pieces move only under the lock of their row, and rows are locked in the
 * order of their skus, so that two orders with the same hot skus wait for each other
 * instead of deadlocking.
 */
@Repository
class Warehouse {

	private static final String SELECT = "select sku, available, held, sold from stock ";

	private static final String LOCK = """
			select sku, available, held, sold from stock
			where sku in (select sku from reservation_line where order_id = ?)
			order by sku for update""";

	private static final RowMapper<Stock> STOCK = new SimplePropertyRowMapper<>(Stock.class);

	private final JdbcClient jdbc;

	Warehouse(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Stock> all() {
		return this.jdbc.sql(SELECT + "order by sku").query(STOCK).list();
	}

	/** As asked, in that order; an unknown sku has none. */
	List<Stock> of(List<String> skus) {
		Map<String, Stock> known = bySku(
				this.jdbc.sql(SELECT + "where sku in (:skus)").param("skus", skus).query(STOCK).list());
		return skus.stream().map((sku) -> known.getOrDefault(sku, Stock.none(sku))).toList();
	}

	Optional<Stock> find(String sku) {
		return this.jdbc.sql(SELECT + "where sku = ?").param(sku).query(STOCK).optional();
	}

	/** What an order's lines are about, locked until the transaction ends. */
	Map<String, Stock> lock(UUID orderId) {
		return bySku(this.jdbc.sql(LOCK).param(orderId).query(STOCK).list());
	}

	void hold(UUID orderId) {
		move(orderId, "available = s.available - l.quantity, held = s.held + l.quantity");
	}

	void release(UUID orderId) {
		lock(orderId);
		move(orderId, "held = s.held - l.quantity, available = s.available + l.quantity");
	}

	void sell(UUID orderId) {
		lock(orderId);
		move(orderId, "held = s.held - l.quantity, sold = s.sold + l.quantity");
	}

	/** Sets what is available and books the difference, also a negative one. */
	Optional<Stock> restock(String sku, long available) {
		return this.jdbc.sql("""
				update stock set restocked = restocked + (:available - available), available = :available
				where sku = :sku returning sku, available, held, sold""")
			.param("available", available)
			.param("sku", sku)
			.query(STOCK)
			.optional();
	}

	private void move(UUID orderId, String pieces) {
		this.jdbc
			.sql("update stock s set " + pieces + " from reservation_line l where l.order_id = ? and l.sku = s.sku")
			.param(orderId)
			.update();
	}

	private static Map<String, Stock> bySku(List<Stock> stock) {
		return stock.stream().collect(Collectors.toMap(Stock::sku, Function.identity()));
	}

}
