package orderly.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import orderly.messaging.transport.InMemoryTransport;
import orderly.messaging.transport.Transport.Envelope;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class SubscriberTests {

	private final TestDatabase database = TestDatabase.fresh();

	private final InMemoryTransport transport = new InMemoryTransport();

	private final ReceivingService service = new ReceivingService(this.database, this.transport,
			Duration.ofMillis(300));

	private final UUID thing = this.database.addThing();

	@AfterEach
	void stop() {
		this.service.close();
		this.database.close();
	}

	@Test
	void aMessageThatComesThreeTimesHasOneEffect() {
		start();
		Envelope message = message(1);
		IntStream.range(0, 3).forEach((_) -> this.transport.send(message));
		eventually(() -> assertThat(this.service.count("duplicate")).isEqualTo(2));
		assertThat(version()).isEqualTo(1);
	}

	@Test
	void aMessageThatComesAgainAfterTheInboxWasEmptiedFindsItsEffectInTheState() {
		this.service.subscriptions()
			.on(ThingChanged.class,
					(message) -> this.database.jdbc()
						.sql("update thing set version = :new where id = :id and version = :new - 1")
						.param("new", message.event().version())
						.param("id", message.key())
						.update());
		this.service.start();
		Envelope message = message(1);
		this.transport.send(message);
		eventually(() -> assertThat(this.service.count("handled")).isEqualTo(1));
		this.database.jdbc().sql("delete from inbox").update();
		this.transport.send(message);
		eventually(() -> assertThat(this.service.count("handled")).isEqualTo(2));
		assertThat(version()).isEqualTo(1);
	}

	@Test
	void withoutTheInboxEachDeliveryHasItsEffect() {
		start();
		this.service.switchInbox(false);
		Envelope message = message(1);
		IntStream.range(0, 3).forEach((_) -> this.transport.send(message));
		eventually(() -> assertThat(this.service.count("handled")).isEqualTo(3));
		assertThat(version()).isEqualTo(3);
		assertThat(this.database.count("inbox")).isZero();
	}

	@Test
	void showsHowOldTheOldestMessageInHandIs() {
		AtomicBoolean away = new AtomicBoolean(true);
		this.service.subscriptions().on(ThingChanged.class, (_) -> {
			if (away.get()) {
				throw new CannotAcquireLockException("held by a paused process");
			}
		});
		this.service.start();
		assertThat(this.service.age()).isZero();
		this.transport.send(with(message(1), "ce_time", Instant.now().minusSeconds(100).toString()));
		this.transport.send(message(2));
		eventually(() -> assertThat(this.service.age()).isBetween(100.0, 160.0));
		away.set(false);
		eventually(() -> assertThat(this.service.count("handled")).isEqualTo(2));
		assertThat(this.service.age()).isZero();
	}

	@Test
	void anEffectThatFailsLeavesNothingBehindAndIsTriedAgain() {
		AtomicInteger tries = new AtomicInteger();
		this.service.subscriptions().on(ThingChanged.class, (message) -> {
			this.database.changeThing(message.key());
			if (tries.incrementAndGet() < 3) {
				throw new IllegalStateException("a bug");
			}
		});
		this.service.start();
		this.transport.send(message(1));
		eventually(() -> assertThat(this.service.count("handled")).isEqualTo(1));
		assertThat(version()).isEqualTo(1);
		assertThat(tries).hasValue(3);
	}

	@Test
	void asksTheOutsideWorldOutsideTheTransactionAndAgainWithEachDelivery() {
		AtomicInteger asked = new AtomicInteger();
		this.service.subscriptions().on(ThingChanged.class, (_) -> {
			assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
			return asked.incrementAndGet();
		}, (message, _) -> this.database.changeThing(message.key()));
		this.service.start();
		Envelope message = message(1);
		this.transport.send(message);
		this.transport.send(message);
		eventually(() -> assertThat(this.service.count("duplicate")).isEqualTo(1));
		assertThat(asked).hasValue(2);
		assertThat(version()).isEqualTo(1);
	}

	@Test
	void skipsAndCountsATypeThatNobodySubscribedAndNewVersionsOfThoseThatAre() {
		start();
		this.transport.send(with(message(1), "ce_type", "thing.painted.v1"));
		this.transport.send(with(message(1), "ce_type", "thing.changed.v2"));
		eventually(() -> assertThat(this.service.count("skipped")).isEqualTo(2));
		assertThat(this.transport.givenUp(ReceivingService.NAME)).isEmpty();
	}

	@Test
	void givesUpWhatCannotBeReadAndGoesOn() {
		start();
		this.transport.send(new Envelope("things", this.thing.toString(), Map.of(), new byte[0]));
		this.transport.send(with(message(1), "ce_specversion", "2.0"));
		this.transport.send(with(message(1), "ce_id", "no uuid"));
		this.transport.send(withBody("not json"));
		this.transport.send(withBody("{\"thingId\":\"%s\"}".formatted(this.thing)));
		this.transport.send(withBody("{\"version\":1}"));
		this.transport.send(withBody("{\"thingId\":\"%s\",\"version\":1,\"new\":true}".formatted(this.thing)));
		eventually(() -> assertThat(version()).isEqualTo(1));
		assertThat(this.transport.givenUp(ReceivingService.NAME)).hasSize(6);
	}

	@Test
	void givesUpWhatBreaksAnInvariantAndGoesOn() {
		this.service.subscriptions().on(ThingChanged.class, (message) -> {
			if (message.event().version() == 1) {
				throw new InvariantBrokenException("no thing has a version 1");
			}
			this.database.changeThing(message.key());
		});
		this.service.start();
		this.transport.send(message(1));
		this.transport.send(message(2));
		eventually(() -> assertThat(version()).isEqualTo(1));
		assertThat(this.transport.givenUp(ReceivingService.NAME)).hasSize(1);
	}

	@Test
	void aHandlerThatIsPausedDoesNotBlockItsSuccessor() throws SQLException {
		AtomicInteger tries = new AtomicInteger();
		this.service.subscriptions()
			.on(ThingChanged.class, (_) -> tries.incrementAndGet(),
					(message, _) -> this.database.changeThing(message.key()));
		this.service.start();
		Envelope message = message(1);
		Connection paused = beginToHandle(message);
		this.transport.send(message);
		eventually(() -> assertThat(version()).isEqualTo(1));
		assertThat(tries).as("came back instead of queueing up").hasValueGreaterThan(2);
		assertThatExceptionOfType(SQLException.class).as("lost its session").isThrownBy(paused::commit);
		this.database.connections().evictConnection(paused);
		assertThat(this.transport.givenUp(ReceivingService.NAME)).isEmpty();
	}

	@Test
	void tellsEveryInstanceAndForgetsWhatAListenerCouldNotTake() {
		Collection<Integer> versions = new ConcurrentLinkedQueue<>();
		this.service.subscriptions().onEveryInstance(ThingChanged.class, (message) -> {
			versions.add(message.event().version());
			throw new IllegalStateException("a bug");
		});
		this.service.start();
		this.transport.send(withBody("not json"));
		this.transport.send(message(1));
		this.transport.send(message(2));
		eventually(() -> assertThat(versions).containsExactly(1, 2));
		assertThat(this.database.count("inbox")).isZero();
	}

	@Test
	void refusesASecondHandlerForAType() {
		start();
		assertThatIllegalStateException().isThrownBy(() -> this.service.subscriptions().on(ThingChanged.class, (_) -> {
		}));
	}

	private void start() {
		this.service.subscriptions().on(ThingChanged.class, (message) -> this.database.changeThing(message.key()));
		this.service.start();
	}

	private Connection beginToHandle(Envelope message) throws SQLException {
		Connection connection = this.database.connections().getConnection();
		connection.setAutoCommit(false);
		try (PreparedStatement inbox = connection.prepareStatement("insert into inbox values (?, ?)")) {
			inbox.setString(1, ReceivingService.NAME);
			inbox.setObject(2, UUID.fromString(message.headers().get("ce_id")));
			inbox.execute();
		}
		return connection;
	}

	private int version() {
		return this.database.jdbc()
			.sql("select version from thing where id = ?")
			.param(this.thing)
			.query(Integer.class)
			.single();
	}

	private Envelope message(int version) {
		return ReceivingService.envelope(UUID.randomUUID(), this.thing, version);
	}

	private static Envelope with(Envelope envelope, String header, String value) {
		Map<String, String> headers = new HashMap<>(envelope.headers());
		headers.put(header, value);
		return new Envelope(envelope.topic(), envelope.key(), headers, envelope.body());
	}

	private Envelope withBody(String body) {
		Envelope envelope = message(1);
		return new Envelope(envelope.topic(), envelope.key(), envelope.headers(),
				body.getBytes(StandardCharsets.UTF_8));
	}

	private static void eventually(ThrowingRunnable assertion) {
		await().atMost(30, SECONDS).untilAsserted(assertion);
	}

}
