package orderly.messaging;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import orderly.messaging.transport.DeliveryFailure.Poison;
import orderly.messaging.transport.InMemoryTransport;
import orderly.messaging.transport.Transport;
import orderly.messaging.transport.Transport.Audience;
import orderly.messaging.transport.Transport.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.GenericApplicationContext;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class HousekeepingTests {

	private final TestDatabase database = TestDatabase.fresh();

	private final InMemoryTransport transport = new InMemoryTransport();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final InboxTable inbox = new InboxTable(this.database.jdbc(), Duration.ofDays(8));

	private final Housekeeping housekeeping = housekeeping(this.transport, this.meters);

	@AfterEach
	void stop() {
		this.housekeeping.stop();
		this.database.close();
	}

	@Test
	void showsHowManyMessagesWaitAndHowLong() {
		UUID thing = this.database.addThing();
		SendingService silent = new SendingService(this.database, this.transport, Duration.ofDays(1),
				Duration.ofDays(1));
		silent.change(thing);
		silent.change(thing);
		this.database.jdbc().sql("update outbox set time = time - interval '1 minute'").update();
		this.housekeeping.start();
		await().atMost(30, SECONDS).untilAsserted(() -> {
			assertThat(gauge("orderly.outbox.rows")).isEqualTo(2);
			assertThat(gauge("orderly.outbox.age")).isBetween(60.0, 120.0);
		});
	}

	@Test
	void beginsWithTheApplication() {
		try (GenericApplicationContext application = new GenericApplicationContext()) {
			application.registerBean(Housekeeping.class, () -> this.housekeeping);
			application.refresh();
			await().atMost(30, SECONDS).until(() -> gauge("orderly.consumer.lag") == 0);
		}
		assertThat(this.housekeeping.isRunning()).isFalse();
	}

	@Test
	void canBeStoppedAndStartedAgain() {
		this.housekeeping.start();
		this.housekeeping.stop();
		new SendingService(this.database, this.transport, Duration.ofDays(1), Duration.ofDays(1))
			.change(this.database.addThing());
		this.housekeeping.start();
		await().atMost(30, SECONDS).until(() -> gauge("orderly.outbox.rows") == 1);
	}

	@Test
	void showsTheDeadLettersOfTheGroup() {
		Runnable stop = this.transport
			.subscribe(new Subscription("receiver", Set.of("things"), Audience.ONE_INSTANCE, (_) -> {
				throw new Poison("bad", new IllegalArgumentException());
			}));
		this.transport.send(ReceivingService.envelope(UUID.randomUUID(), UUID.randomUUID(), 1));
		await().atMost(30, SECONDS).until(() -> this.transport.deadLetters("receiver") == 1);
		this.housekeeping.start();
		await().atMost(30, SECONDS).until(() -> gauge("orderly.dead.letters") == 1);
		stop.run();
	}

	@Test
	void measuresTheOutboxAlsoWhileItWaitsForTheBroker() {
		CountDownLatch asked = new CountDownLatch(2);
		SimpleMeterRegistry own = new SimpleMeterRegistry();
		Housekeeping waiting = housekeeping(silentAbout(asked), own);
		waiting.start();
		await().atMost(30, SECONDS).until(() -> asked.getCount() == 0);
		new SendingService(this.database, this.transport, Duration.ofDays(1), Duration.ofDays(1))
			.change(this.database.addThing());
		await().atMost(30, SECONDS).until(() -> own.get("orderly.outbox.rows").gauge().value() == 1);
		waiting.stop();
	}

	@Test
	void knowsNoLagWhileTheBrokerIsAway() {
		SimpleMeterRegistry own = new SimpleMeterRegistry();
		AtomicBoolean away = new AtomicBoolean();
		Housekeeping asking = housekeeping(new RecordingTransport((_) -> new CompletableFuture<>()) {
			@Override
			public long lag(String group, Set<String> topics) {
				if (away.get()) {
					throw new IllegalStateException("away");
				}
				return 7;
			}
		}, own);
		asking.start();
		await().atMost(30, SECONDS).until(() -> own.get("orderly.consumer.lag").gauge().value() == 7);
		away.set(true);
		await().atMost(30, SECONDS).until(() -> Double.isNaN(own.get("orderly.consumer.lag").gauge().value()));
		asking.stop();
	}

	private Housekeeping housekeeping(Transport transport, MeterRegistry registry) {
		Subscriber subscriber = new Subscriber("receiver", transport,
				new Dispatcher(() -> this.inbox, new InHand("receiver", registry),
						new FailureClassifier(this.database.jdbc()), this.database.transaction(), this.database.jdbc(),
						Duration.ofSeconds(5), registry));
		return new Housekeeping("receiver", new Outbox(this.database.jdbc(), 200), this.inbox, subscriber, transport,
				registry);
	}

	private static RecordingTransport silentAbout(CountDownLatch asked) {
		return new RecordingTransport((_) -> new CompletableFuture<>()) {
			@Override
			public long lag(String group, Set<String> topics) {
				return deadLetters(group);
			}

			@Override
			public long deadLetters(String group) {
				asked.countDown();
				return new CompletableFuture<Long>().join();
			}
		};
	}

	@Test
	void remembersHandledMessagesForEightDays() {
		this.database.jdbc().sql("""
				insert into inbox values ('s', gen_random_uuid(), now() - interval '8 days 1 minute'),
				  ('s', gen_random_uuid(), now() - interval '7 days 23 hours')""").update();
		this.housekeeping.start();
		await().atMost(30, SECONDS).until(() -> this.database.count("inbox") == 1);
	}

	private double gauge(String name) {
		return this.meters.get(name).gauge().value();
	}

}
