package orderly.inventory;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the tables say, checked from outside the code that writes them.
 */
@Component
class Books {

	private final JdbcClient jdbc;

	private final Warehouse warehouse;

	Books(JdbcClient jdbc, Warehouse warehouse) {
		this.jdbc = jdbc;
		this.warehouse = warehouse;
	}

	Stock stock(String sku) {
		return this.warehouse.find(sku).orElseThrow();
	}

	Stock set(String sku, long available) {
		return this.warehouse.restock(sku, available).orElseThrow();
	}

	List<String> states(UUID orderId) {
		return this.jdbc.sql("select state from reservation where order_id = ?")
			.param(orderId)
			.query((row, _) -> row.getString(1))
			.list();
	}

	/** Whether anybody waits for a row that somebody else has locked. */
	boolean isWaitedFor() {
		return this.jdbc.sql("""
				select exists (select 1 from pg_locks l join pg_stat_activity a using (pid)
				where not l.granted and a.datname = current_database())""").query(Boolean.class).single();
	}

	/** On hand at start + restocked = available + held + sold, and orders agree. */
	void assertBalanced() {
		assertThat(this.jdbc.sql("""
				with booked as (
					select l.sku, sum(l.quantity) filter (where r.state = 'HELD') as held,
						sum(l.quantity) filter (where r.state = 'SOLD') as sold
					from reservation r join reservation_line l using (order_id) group by l.sku)
				select s.sku from stock s left join booked b using (sku)
				where s.at_start + s.restocked <> s.available + s.held + s.sold
					or s.held <> coalesce(b.held, 0) or s.sold <> coalesce(b.sold, 0)
				""").query((row, _) -> row.getString(1)).list()).as("skus whose books do not balance").isEmpty();
	}

}
