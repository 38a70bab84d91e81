package orderly.messaging;

import java.time.Duration;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which buckets this relay may send. A lease is a row on the database's clock, so it also
 * ends when its owner is paused, which a lock would not. Owning a bucket only spares
 * duplicates: whoever reads the oldest message of a key knows that all before it were
 * acknowledged, so a relay that lost its lease unknowingly repeats, and never overtakes.
 */
class Leases {

	private final UUID owner = UUID.randomUUID();

	private final JdbcClient jdbc;

	private final Duration length;

	private long renewed = System.nanoTime() - Duration.ofDays(1).toNanos();

	Leases(JdbcClient jdbc, Duration length) {
		this.jdbc = jdbc;
		this.length = length;
	}

	UUID owner() {
		return this.owner;
	}

	/** Renews what it has and moves towards its fair share, a fifth of a lease apart. */
	void claim() {
		if (renew()) {
			int share = Math.ceilDiv(Outbox.BUCKETS, relays());
			giveBackBeyond(share);
			takeUpTo(share);
		}
	}

	/** Renews what it has when that is due: also while it waits for the broker. */
	boolean renew() {
		if (System.nanoTime() - this.renewed < this.length.dividedBy(5).toNanos()) {
			return false;
		}
		update("""
				insert into outbox_relay values (:owner, now() + :length * interval '1 ms')
				on conflict (owner) do update set until = excluded.until""");
		update("update outbox_lease set until = now() + :length * interval '1 ms' where owner = :owner");
		this.renewed = System.nanoTime();
		return true;
	}

	/**
	 * Gives everything back at once, so that the others need not wait for the end of a
	 * lease.
	 */
	void release() {
		giveBackBeyond(0);
		update("delete from outbox_relay where owner = :owner or until < now() - interval '1 day'");
	}

	private int relays() {
		return this.jdbc.sql("select count(*) from outbox_relay where until > now()").query(Integer.class).single();
	}

	private void giveBackBeyond(int share) {
		this.jdbc.sql("""
				update outbox_lease set owner = null, until = '-infinity' where bucket in
				  (select bucket from outbox_lease where owner = :owner order by bucket offset :share)""")
			.param("owner", this.owner)
			.param("share", share)
			.update();
	}

	// tag::lease[]
	private void takeUpTo(int share) {
		this.jdbc.sql("""
				update outbox_lease set owner = :owner, until = now() + :length * interval '1 ms' where bucket in
				  (select bucket from outbox_lease where until < now() order by bucket
				   limit greatest(0, :share - (select count(*) from outbox_lease where owner = :owner))
				   for update skip locked)""")
			.param("owner", this.owner)
			.param("length", this.length.toMillis())
			.param("share", share)
			.update();
	}
	// end::lease[]

	private void update(String sql) {
		this.jdbc.sql(sql).param("owner", this.owner).param("length", this.length.toMillis()).update();
	}

}
