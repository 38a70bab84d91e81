package orderly.messaging.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import orderly.messaging.EventPublisher;
import orderly.messaging.Subscriptions;
import orderly.test.RealBacking;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Where nothing is set. */
@SpringBootTest(classes = TestService.class, properties = "orderly.messaging.topics=work")
@Import(DefaultsTests.Limits.class)
@RealBacking(database = "messaging")
class DefaultsTests {

	@Autowired
	private JdbcClient jdbc;

	@Test
	void anInboxRemembersForAsLongAsAMessageCanComeAgain(@Autowired KafkaTransportSettings settings,
			@Autowired @Qualifier("messagingHousekeeping") Lifecycle housekeeping) {
		remember("in a topic", settings.topicRetention());
		remember("a dead letter", settings.deadLetterRetention());
		remember("forgotten", Duration.ofDays(30));
		housekeeping.stop();
		housekeeping.start();
		await().atMost(30, SECONDS)
			.untilAsserted(() -> assertThat(remembered()).containsExactlyInAnyOrder("in a topic", "a dead letter"));
	}

	@Test
	void aHandlerWaitsForALockForFiveSecondsAndMayIdleForTen(@Autowired EventPublisher events,
			@Autowired TransactionTemplate transaction, @Autowired Limits limits) {
		transaction.executeWithoutResult((_) -> events.publish(UUID.randomUUID(), new WorkDone(1)));
		await().atMost(30, SECONDS)
			.untilAsserted(() -> assertThat(limits.seen).containsExactly("lock_timeout 5s, idle_in_transaction 10s"));
	}

	private void remember(String subscription, Duration ago) {
		this.jdbc.sql("insert into inbox values (?, gen_random_uuid(), now() - ? * interval '1 s')")
			.params(subscription, ago.toSeconds())
			.update();
	}

	private Collection<String> remembered() {
		return this.jdbc.sql("select subscription from inbox where handled_at < now() - interval '1 day'")
			.query((row, _) -> row.getString(1))
			.list();
	}

	/** A handler that looks at its limits. */
	static class Limits {

		private final Collection<String> seen = new ConcurrentLinkedQueue<>();

		Limits(Subscriptions subscriptions, JdbcClient jdbc) {
			subscriptions.on(WorkDone.class, (_) -> this.seen.add("lock_timeout " + shown("lock_timeout", jdbc)
					+ ", idle_in_transaction " + shown("idle_in_transaction_session_timeout", jdbc)));
		}

		private static String shown(String setting, JdbcClient jdbc) {
			return jdbc.sql("show " + setting).query((row, _) -> row.getString(1)).single();
		}

	}

}
