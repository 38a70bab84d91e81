package orderly.messaging;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LeasesTests {

	private static final Duration SOON = Duration.ofMillis(50);

	private final TestDatabase database = TestDatabase.fresh();

	private final RecordingTransport transport = RecordingTransport.acknowledging();

	@AfterEach
	void disconnect() {
		this.database.close();
	}

	@Test
	void areSharedFairlyBetweenTheRelaysThatLive() {
		try (SendingService one = started(Duration.ofSeconds(5)); SendingService two = started(Duration.ofSeconds(5))) {
			eventually(() -> assertThat(Stream.of(one, two)).extracting(SendingService::buckets).containsOnly(8));
			try (SendingService three = started(Duration.ofSeconds(5))) {
				eventually(() -> assertThat(Stream.of(one, two, three).map(SendingService::buckets).toList())
					.allMatch((buckets) -> buckets >= 4 && buckets <= 6)
					.satisfies((buckets) -> assertThat(buckets.stream().mapToInt(Integer::intValue).sum())
						.isEqualTo(Outbox.BUCKETS)));
			}
			eventually(() -> assertThat(Stream.of(one, two)).extracting(SendingService::buckets).containsOnly(8));
		}
	}

	@Test
	void areHandedOverAtOnceByARelayThatStops() {
		Duration endless = Duration.ofDays(1);
		SendingService leaver = started(endless);
		eventually(() -> assertThat(leaver.buckets()).isEqualTo(Outbox.BUCKETS));
		leaver.close();
		try (SendingService heir = started(endless)) {
			eventually(() -> assertThat(heir.buckets()).isEqualTo(Outbox.BUCKETS));
		}
	}

	@Test
	void areHandedOverAlsoByARelayThatStopsWhileItWaitsForTheBroker() {
		Duration endless = Duration.ofDays(1);
		this.transport.answer((_) -> new CompletableFuture<>());
		SendingService leaver = started(endless);
		leaver.change(this.database.addThing());
		eventually(() -> assertThat(this.transport.sent()).hasSize(1));
		leaver.close();
		try (SendingService heir = started(endless)) {
			eventually(() -> assertThat(heir.buckets()).isEqualTo(Outbox.BUCKETS));
			eventually(() -> assertThat(this.transport.sent()).hasSize(2));
		}
	}

	@Test
	void endByThemselvesWhenTheirRelayDies() {
		Leases dead = new Leases(this.database.jdbc(), Duration.ofSeconds(1));
		dead.claim();
		try (SendingService heir = started(Duration.ofSeconds(1))) {
			eventually(() -> assertThat(heir.buckets()).isEqualTo(Outbox.BUCKETS));
		}
	}

	private SendingService started(Duration lease) {
		return SendingService.started(this.database, this.transport, lease, SOON);
	}

	private static void eventually(ThrowingRunnable assertion) {
		await().atMost(30, SECONDS).untilAsserted(assertion);
	}

}
