package orderly.messaging.kafka;

import java.util.List;
import java.util.UUID;

import orderly.messaging.EventPublisher;
import orderly.messaging.InvariantBrokenException;
import orderly.messaging.Subscriptions;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes work, and has one row of effect for each message, unless it is broken. */
class Work {

	private final EventPublisher events;

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	private volatile boolean refusesZero;

	Work(Subscriptions subscriptions, EventPublisher events, TransactionTemplate transaction, JdbcClient jdbc) {
		this.events = events;
		this.transaction = transaction;
		this.jdbc = jdbc;
		subscriptions.on(WorkDone.class, (message) -> effect(message.key(), message.event().number()));
	}

	void publish(UUID key, int number) {
		this.transaction.executeWithoutResult((_) -> this.events.publish(key, new WorkDone(number)));
	}

	void refuseZero(boolean refusesZero) {
		this.refusesZero = refusesZero;
	}

	List<Integer> effects(UUID key) {
		return this.jdbc.sql("select number from effect where key = ?")
			.param(key)
			.query((row, _) -> row.getInt("number"))
			.list();
	}

	private void effect(UUID key, int number) {
		if (this.refusesZero && number == 0) {
			throw new InvariantBrokenException("no work has the number 0");
		}
		this.jdbc.sql("insert into effect values (?, ?)").params(key, number).update();
	}

}
