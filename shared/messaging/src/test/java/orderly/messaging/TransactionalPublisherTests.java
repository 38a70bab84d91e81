package orderly.messaging;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class TransactionalPublisherTests {

	private static final TestDatabase database = TestDatabase.fresh();

	private static final Duration NEVER = Duration.ofHours(1);

	private final RecordingTransport transport = RecordingTransport.acknowledging();

	private final SendingService service = new SendingService(database, this.transport, NEVER, NEVER);

	@AfterAll
	static void disconnect() {
		database.close();
	}

	@Test
	void refusesToPublishOutsideATransaction() {
		UUID thing = database.addThing();
		int before = database.count("outbox");
		assertThatIllegalStateException()
			.isThrownBy(() -> this.service.publisher().publish(thing, new ThingChanged(thing, 1)));
		assertThat(database.count("outbox")).isEqualTo(before);
	}

	@Test
	void refusesARecordThatIsNoEvent() {
		record Unnamed(int number) {
		}
		assertThatIllegalArgumentException().isThrownBy(() -> database.transaction()
			.executeWithoutResult((_) -> this.service.publisher().publish(UUID.randomUUID(), new Unnamed(1))));
	}

	@Test
	void publishesNothingWhenTheTransactionIsRolledBack() {
		UUID thing = database.addThing();
		int before = database.count("outbox");
		database.transaction().executeWithoutResult((transaction) -> {
			this.service.publisher().publish(thing, new ThingChanged(thing, database.changeThing(thing)));
			transaction.setRollbackOnly();
		});
		assertThat(database.count("outbox")).isEqualTo(before);
	}

	@Test
	void wakesTheRelayOfItsOwnProcessAfterTheCommit() {
		UUID thing = database.addThing();
		try (SendingService sleepy = SendingService.started(database, this.transport, Duration.ofMinutes(1), NEVER)) {
			await().atMost(30, SECONDS).until(() -> sleepy.buckets() == Outbox.BUCKETS);
			sleepy.change(thing);
			await().atMost(30, SECONDS).until(() -> !this.transport.versionsOf(thing).isEmpty());
		}
	}

	@Test
	void derivesTheMessageIdOfWhatIsPublishedAgainFromKeyAndType() {
		UUID thing = database.addThing();
		database.transaction().executeWithoutResult((_) -> {
			this.service.publisher().publishAgain(thing, new ThingChanged(thing, 1));
			this.service.publisher().publishAgain(thing, new ThingChanged(thing, 1));
			this.service.publisher().publish(thing, new ThingChanged(thing, 1));
		});
		assertThat(database.jdbc()
			.sql("select message_id from outbox where key = ? order by id")
			.param(thing)
			.query(UUID.class)
			.list()).satisfies((ids) -> {
				assertThat(ids).hasSize(3);
				assertThat(ids.get(1)).isEqualTo(ids.get(0));
				assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
			});
	}

	@Test
	void withoutTheOutboxAMessageIsSentAfterTheCommitAndNotBefore() {
		UUID thing = database.addThing();
		this.service.switchOutbox(false);
		database.transaction().executeWithoutResult((_) -> {
			this.service.change(thing);
			assertThat(this.transport.sent()).isEmpty();
			assertThat(rowsOf(thing)).isZero();
		});
		assertThat(this.transport.versionsOf(thing)).containsExactly(1);
	}

	@Test
	void withoutTheOutboxWhatTheBrokerDoesNotTakeIsLost() {
		UUID thing = database.addThing();
		this.service.switchOutbox(false);
		this.transport.answer((_) -> CompletableFuture.failedFuture(new IllegalStateException("away")));
		this.service.change(thing);
		this.transport.answer((_) -> CompletableFuture.completedFuture(true));
		this.service.change(thing);
		assertThat(this.transport.versionsOf(thing)).as("sent once each, and never again").hasSize(2);
		assertThat(this.transport.sent()).hasSize(2);
		assertThat(rowsOf(thing)).isZero();
	}

	@Test
	void whatLiesInTheOutboxIsSentAlsoWhenItIsSwitchedOff() {
		UUID thing = database.addThing();
		this.transport.answer((_) -> CompletableFuture.failedFuture(new IllegalStateException("away")));
		try (SendingService service = SendingService.started(database, this.transport)) {
			service.change(thing);
			service.change(thing);
			service.switchOutbox(false);
			this.transport.answer((_) -> CompletableFuture.completedFuture(true));
			service.change(thing);
			await().atMost(30, SECONDS).until(() -> rowsOf(thing) == 0);
		}
		assertThat(this.transport.versionsOf(thing)).containsExactlyInAnyOrder(1, 2, 3);
	}

	private static int rowsOf(UUID thing) {
		return database.jdbc()
			.sql("select count(*) from outbox where key = ?")
			.param(thing)
			.query(Integer.class)
			.single();
	}

}
