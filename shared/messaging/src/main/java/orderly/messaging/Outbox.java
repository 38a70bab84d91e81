package orderly.messaging;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of messages that are committed and that the broker has not yet acknowledged.
 */
class Outbox {

	static final int BUCKETS = 16;

	private final JdbcClient jdbc;

	private final int batchSize;

	Outbox(JdbcClient jdbc, int batchSize) {
		this.jdbc = jdbc;
		this.batchSize = batchSize;
	}

	void append(Row row) {
		this.jdbc.sql("""
				insert into outbox (bucket, key, message_id, type, topic, time, traceparent, body)
				values (:bucket, :key, :messageId, :type, :topic, :time, :traceparent, :body)""")
			.param("bucket", Math.floorMod(row.key.hashCode(), BUCKETS))
			.param("key", row.key)
			.param("messageId", row.messageId)
			.param("type", row.type)
			.param("topic", row.topic)
			.param("time", Timestamp.from(row.time))
			.param("traceparent", row.traceparent)
			.param("body", row.body)
			.update();
	}

	// tag::batch[]
	/**
	 * The oldest messages of the buckets that a relay owns, at most one for each key: the
	 * second may be sent when the first is acknowledged, and not before. Nothing is asked
	 * for by "id greater than the last": a lower id can be committed later.
	 */
	Collection<Row> nextBatch(UUID owner) {
		Map<UUID, Row> oldestOfKey = new LinkedHashMap<>();
		this.jdbc.sql("""
				select o.id, key, message_id, type, topic, time, traceparent, body
				from outbox o join outbox_lease l using (bucket)
				where l.owner = :owner and l.until > now()
				order by o.id limit :batchSize""")
			.param("owner", owner)
			.param("batchSize", this.batchSize)
			.query(Row.class)
			.list()
			.forEach((row) -> oldestOfKey.putIfAbsent(row.key, row));
		return oldestOfKey.values();
	}
	// end::batch[]

	void remove(List<Row> acknowledged) {
		if (!acknowledged.isEmpty()) {
			this.jdbc.sql("delete from outbox where id in (:ids)")
				.param("ids", acknowledged.stream().map(Row::id).toList())
				.update();
		}
	}

	/** Sets a message aside that can never be sent, so that those behind it can. */
	void bury(Row row, String reason) {
		this.jdbc.sql("""
				with dead as (delete from outbox where id = :id returning *)
				insert into outbox_dead_letter (id, key, message_id, type, topic, time, traceparent, body, reason)
				select id, key, message_id, type, topic, time, traceparent, body, :reason from dead""")
			.param("id", row.id)
			.param("reason", reason)
			.update();
	}

	Backlog backlog() {
		return this.jdbc.sql("""
				select count(*) as rows, coalesce(extract(epoch from now() - min(time)), 0) as age_seconds,
				  (select count(*) from outbox_dead_letter) as dead from outbox""").query(Backlog.class).single();
	}

	record Row(long id, UUID key, UUID messageId, String type, String topic, Instant time, @Nullable String traceparent,
			String body) {
	}

	record Backlog(long rows, double ageSeconds, long dead) {
	}

}
