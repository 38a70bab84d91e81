package orderly.order;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The orders. Whatever ends one goes through {@link #end}; time is the database's.
 */
@Repository
class Orders {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final OrderRow row;

	private final CheckoutSettings settings;

	Orders(JdbcClient jdbc, JsonMapper json, CheckoutSettings settings) {
		this.jdbc = jdbc;
		this.json = json;
		this.row = new OrderRow(json);
		this.settings = settings;
	}

	Order add(UUID id, Basket basket, Attempt attempt) {
		Order order = this.jdbc.sql("""
				insert into orders (id, customer, checkout, payment_method, lines, total_minor, currency, status,
					placed_at, updated_at, deadline, traceparent)
				values (:id, :customer, :checkout, :method, cast(:lines as jsonb), :total, :currency, 'PLACED',
					now(), now(), now() + make_interval(secs => :seconds), :traceparent)
				returning *""")
			.param("id", id)
			.param("customer", attempt.customer())
			.param("checkout", basket.checkout().toString())
			.param("method", basket.paymentMethod())
			.param("lines", this.json.writeValueAsString(basket.lines()))
			.param("total", basket.totalMinor())
			.param("currency", basket.currency())
			.param("seconds", this.settings.deadline(basket.checkout()).toMillis() / 1000.0)
			.param("traceparent", attempt.traceparent())
			.query(this.row)
			.single();
		note(id, "order.placed", order.placedAt());
		return order;
	}

	/** The one conditional UPDATE: of all that race to end an order, one gets it back. */
	// tag::end[]
	Optional<Order> end(UUID id, Order.Status status, Order.@Nullable Reason reason) {
		return this.jdbc.sql("""
				update orders set status = :status, reason = :reason, updated_at = clock_timestamp()
				where id = :id and status = 'PLACED'
				returning *""")
			.param("id", id)
			.param("status", status.name())
			.param("reason", (reason != null) ? reason.name() : null)
			.query(this.row)
			.optional();
	}
	// end::end[]

	Optional<Order> find(UUID id) {
		return this.jdbc.sql("select * from orders where id = ?").param(id).query(this.row).optional();
	}

	/** Locks its row: whatever is published about it next is in the order of commits. */
	Optional<Order> lock(UUID id) {
		return this.jdbc.sql("select * from orders where id = ? for update").param(id).query(this.row).optional();
	}

	/** Orders that are late; what is more than a pass can do is for the next one. */
	List<UUID> overdue() {
		return this.jdbc.sql("""
				select id from orders where status = 'PLACED' and deadline <= now()
				order by deadline limit 1000""").query((row, number) -> row.getObject("id", UUID.class)).list();
	}

	/** Locks an order if it is late and nobody else is ending it at this moment. */
	Optional<Order> lockOverdue(UUID id) {
		return this.jdbc.sql("""
				select * from orders where id = ? and status = 'PLACED' and deadline <= now()
				for update skip locked""").param(id).query(this.row).optional();
	}

	/** How long an order can still wait; zero once its deadline has passed. */
	Duration timeLeft(UUID id) {
		return this.jdbc
			.sql("select greatest(0, extract(epoch from deadline - clock_timestamp()) * 1000) from orders where id = ?")
			.param(id)
			.query((row, number) -> Duration.ofMillis(row.getLong(1)))
			.single();
	}

	/** Writes into an order's timeline that something happened at this moment. */
	void note(UUID id, String event) {
		note(id, event, null);
	}

	/** Writes into an order's timeline; an event that is heard again changes nothing. */
	void note(UUID id, String event, @Nullable Instant at) {
		this.jdbc.sql("""
				insert into timeline (order_id, event, at) values (:id, :event, coalesce(:at, clock_timestamp()))
				on conflict do nothing""")
			.param("id", id)
			.param("event", event)
			.param("at", (at != null) ? at.atOffset(ZoneOffset.UTC) : null)
			.update();
	}

	/** Newest first, from just after the given one. */
	List<Order> newest(String customer, @Nullable UUID after, int limit) {
		return this.jdbc
			.sql("""
					select * from orders
					where customer = :customer and id < coalesce(cast(:after as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
					order by id desc limit :limit""")
			.param("customer", customer)
			.param("after", after)
			.param("limit", limit)
			.query(this.row)
			.list();
	}

}
