package orderly.messaging;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import orderly.messaging.transport.Transport.Envelope;
import orderly.messaging.transport.Transport.UnsendableException;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RelayTests {

	private static final Duration SOON = Duration.ofMillis(50);

	private final TestDatabase database = TestDatabase.fresh();

	private final RecordingTransport transport = RecordingTransport.acknowledging();

	@AfterEach
	void disconnect() {
		this.database.close();
	}

	@Test
	void twoAtOnceSendEachMessageOnceAndInOrderPerKey() {
		List<UUID> things = Stream.generate(this.database::addThing).limit(12).toList();
		this.transport.answer((_) -> CompletableFuture.supplyAsync(() -> true));
		try (SendingService one = SendingService.started(this.database, this.transport);
				SendingService other = SendingService.started(this.database, this.transport)) {
			changeConcurrently(List.of(one, other), things, 10);
			eventually(() -> assertThat(this.database.count("outbox")).isZero());
		}
		assertThat(this.transport.sent()).extracting((envelope) -> envelope.headers().get("ce_id"))
			.hasSize(120)
			.doesNotHaveDuplicates();
		assertThat(things).allSatisfy((thing) -> assertThat(this.transport.versionsOf(thing))
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 10).boxed().toList()));
	}

	@Test
	void onePausedPastItsLeaseRepeatsAndNeverOvertakes() {
		UUID thing = this.database.addThing();
		CountDownLatch pause = new CountDownLatch(1);
		RecordingTransport paused = new RecordingTransport((envelope) -> sendAfter(pause, envelope));
		Duration lease = Duration.ofSeconds(1);
		try (SendingService sleeper = SendingService.started(this.database, paused, lease, SOON)) {
			eventually(() -> assertThat(sleeper.buckets()).isEqualTo(Outbox.BUCKETS));
			sleeper.change(thing);
			eventually(() -> assertThat(paused.sent()).hasSize(1));
			try (SendingService heir = SendingService.started(this.database, this.transport, lease, SOON)) {
				IntStream.range(0, 3).forEach((_) -> heir.change(thing));
				eventually(() -> assertThat(this.transport.versionsOf(thing)).containsExactly(1, 2, 3, 4));
				pause.countDown();
				eventually(() -> assertThat(this.transport.sent()).hasSize(5));
				heir.change(thing);
				eventually(() -> assertThat(this.transport.versionsOf(thing)).containsExactly(1, 2, 3, 4, 5));
			}
		}
		assertThat(this.transport.sent()).extracting((envelope) -> envelope.headers().get("ce_id"))
			.hasSize(6)
			.satisfies((ids) -> assertThat(ids.get(4)).isEqualTo(ids.get(0)));
	}

	@Test
	void sendsTheNextMessageOfAKeyWhenTheLastIsAcknowledged() {
		UUID thing = this.database.addThing();
		CompletableFuture<Boolean> acknowledgement = new CompletableFuture<>();
		this.transport.answer((_) -> acknowledgement);
		try (SendingService service = SendingService.started(this.database, this.transport)) {
			this.database.transaction().executeWithoutResult((_) -> {
				service.change(thing);
				service.change(thing);
			});
			eventually(() -> assertThat(this.transport.versionsOf(thing)).containsExactly(1));
			assertThat(this.database.count("outbox")).isEqualTo(2);
			acknowledgement.complete(true);
			eventually(() -> assertThat(this.transport.versionsOf(thing)).containsExactly(1, 2));
			eventually(() -> assertThat(this.database.count("outbox")).isZero());
		}
	}

	@Test
	void keepsItsLeasesWhileItWaitsForTheBroker() {
		UUID thing = this.database.addThing();
		Duration lease = Duration.ofMillis(1500);
		this.transport.answer((_) -> new CompletableFuture<>());
		try (SendingService waiting = SendingService.started(this.database, this.transport, lease, SOON)) {
			eventually(() -> assertThat(waiting.buckets()).isEqualTo(Outbox.BUCKETS));
			waiting.change(thing);
			eventually(() -> assertThat(this.transport.sent()).hasSize(1));
			SendingService other = SendingService.started(this.database, this.transport, lease, SOON);
			await().during(lease.multipliedBy(2)).atMost(30, SECONDS).until(() -> waiting.buckets() == Outbox.BUCKETS);
			assertThat(this.transport.sent()).hasSize(1);
			other.close();
		}
	}

	@Test
	void triesAgainWhatTheBrokerDidNotTake() {
		UUID thing = this.database.addThing();
		this.transport.answer((_) -> CompletableFuture.failedFuture(new IllegalStateException("away")));
		try (SendingService service = SendingService.started(this.database, this.transport)) {
			service.change(thing);
			service.change(thing);
			eventually(() -> assertThat(this.transport.sent()).hasSizeGreaterThan(2));
			assertThat(this.transport.versionsOf(thing)).containsExactly(1);
			this.transport.answer((_) -> CompletableFuture.completedFuture(true));
			eventually(() -> assertThat(this.database.count("outbox")).isZero());
			assertThat(this.transport.versionsOf(thing)).containsExactly(1, 2);
		}
	}

	@Test
	void setsAMessageAsideThatCanNeverBeSentAndGoesOn() {
		UUID thing = this.database.addThing();
		this.transport.answer((envelope) -> isVersion(1, envelope)
				? CompletableFuture.failedFuture(new UnsendableException(new IllegalArgumentException("too large")))
				: CompletableFuture.completedFuture(true));
		try (SendingService service = SendingService.started(this.database, this.transport)) {
			service.change(thing);
			service.change(thing);
			eventually(() -> assertThat(this.database.count("outbox")).isZero());
			assertThat(this.transport.versionsOf(thing)).containsExactly(1, 2);
			assertThat(this.database.jdbc().sql("select reason from outbox_dead_letter").query(String.class).single())
				.contains("too large");
		}
	}

	@Test
	void findsALowerIdThatWasCommittedLater() {
		UUID slow = this.database.addThing();
		UUID fast = this.database.addThing();
		try (SendingService service = SendingService.started(this.database, this.transport)) {
			this.database.transaction().executeWithoutResult((_) -> {
				service.change(slow);
				CompletableFuture.runAsync(() -> service.change(fast)).join();
				eventually(() -> assertThat(this.transport.versionsOf(fast)).containsExactly(1));
				assertThat(this.transport.versionsOf(slow)).isEmpty();
			});
			eventually(() -> assertThat(this.transport.versionsOf(slow)).containsExactly(1));
		}
	}

	private CompletableFuture<?> sendAfter(CountDownLatch pause, Envelope envelope) {
		try {
			pause.await();
			return this.transport.send(envelope);
		}
		catch (InterruptedException stopped) {
			return CompletableFuture.failedFuture(stopped);
		}
	}

	private static boolean isVersion(int version, Envelope envelope) {
		return CloudEvents.unwrap(envelope, ThingChanged.class).event().version() == version;
	}

	private static void changeConcurrently(List<SendingService> services, List<UUID> things, int times) {
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			IntStream.range(0, times * things.size())
				.forEach((number) -> threads
					.submit(() -> services.get(number % services.size()).change(things.get(number % things.size()))));
			threads.shutdown();
			assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException stopped) {
			throw new IllegalStateException(stopped);
		}
	}

	private static void eventually(ThrowingRunnable assertion) {
		await().atMost(30, SECONDS).untilAsserted(assertion);
	}

}
