package orderly.messaging;

import java.time.Duration;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The messages that had their effect. The entry is written in the transaction of the
 * effect, before it: a second delivery waits there for the first one's end and then finds
 * nothing to do.
 */
class InboxTable implements Inbox {

	private final JdbcClient jdbc;

	private final Duration retention;

	InboxTable(JdbcClient jdbc, Duration retention) {
		this.jdbc = jdbc;
		this.retention = retention;
	}

	// tag::inbox[]
	@Override
	public boolean isNew(String subscription, UUID messageId) {
		return this.jdbc.sql("insert into inbox (subscription, message_id) values (?, ?) on conflict do nothing")
			.params(subscription, messageId)
			.update() == 1;
	}
	// end::inbox[]

	void forgetOld() {
		this.jdbc.sql("delete from inbox where handled_at < now() - :seconds * interval '1 s'")
			.param("seconds", this.retention.toSeconds())
			.update();
	}

}
