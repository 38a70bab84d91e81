package orderly.lab.load;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import orderly.lab.LabException;
import orderly.lab.client.Answer;
import orderly.lab.client.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.MissingNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoadTests {

	private static final URI HERE = URI.create("http://127.0.0.1:8080");

	private static final Answer FINE = new Answer(200, null, null, MissingNode.getInstance());

	@Test
	void callsBeginOnScheduleAlthoughNoneIsAnswered() {
		CountDownLatch all = new CountDownLatch(20);
		Samples samples = Load.at(100).during(Duration.ofMillis(200)).run(new Call(HERE, () -> {
			all.countDown();
			await(all);
			return FINE;
		}));
		assertThat(samples.count()).isEqualTo(20);
		assertThat(samples.all().getFirst().latency()).isGreaterThanOrEqualTo(Duration.ofMillis(190));
		assertThat(samples.all().getLast().scheduled()).isEqualTo(Duration.ofMillis(190));
	}

	@Test
	void aLatencyCountsFromTheScheduledStart() {
		CountDownLatch late = new CountDownLatch(1);
		RunningLoad load = Load.at(1000).during(Duration.ofMillis(3)).start(new Call(HERE, () -> {
			await(late);
			return FINE;
		}));
		load.awaitElapsed(Duration.ofMillis(50));
		late.countDown();
		assertThat(load.await().all()).allMatch((sample) -> sample.latency().toMillis() >= 47);
	}

	@Test
	void aCallThatNobodyAnswersIsASampleToo() {
		URI nowhere = URI.create("http://127.0.0.1:1/");
		Samples samples = Load.at(1000)
			.during(Duration.ofMillis(5))
			.run(new Call(nowhere, () -> new Http().get(nowhere)));
		assertThat(samples.failed().byOutcome()).containsOnlyKeys("no answer");
		assertThat(samples.toString()).isEqualTo("5 x no answer");
	}

	@Test
	void waitsForAMomentUnlessItHasPassed() {
		Duration moment = Duration.ofMillis(50);
		RunningLoad load = Load.at(1000).during(Duration.ofMillis(3)).start(new Call(HERE, () -> FINE));
		load.awaitElapsed(moment);
		assertThat(load.elapsed()).isGreaterThanOrEqualTo(moment);
		load.awaitElapsed(Duration.ZERO);
	}

	@Test
	void doesNotWaitForAMomentWhenItIsInterrupted() {
		RunningLoad load = Load.at(1000).during(Duration.ofMillis(3)).start(new Call(HERE, () -> FINE));
		Thread.currentThread().interrupt();
		assertThatThrownBy(() -> load.awaitElapsed(Duration.ofMinutes(1))).isInstanceOf(LabException.class);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void endsEarlyWhenItIsStopped() {
		CountDownLatch first = new CountDownLatch(1);
		RunningLoad load = Load.at(1000).during(Duration.ofSeconds(30)).start(new Call(HERE, () -> {
			first.countDown();
			return FINE;
		}));
		await(first);
		assertThat(load.stop().count()).isBetween(1, 20_000);
	}

	@Test
	void aMistakeInACallIsNoOutage() {
		assertThatThrownBy(() -> Load.at(100).during(Duration.ofMillis(20)).run(new Call(HERE, () -> {
			throw new IllegalArgumentException("a mistake");
		}))).hasRootCauseMessage("a mistake");
	}

	@Test
	void goesToTheLoopbackAlone() {
		Call away = new Call(URI.create("http://192.0.2.1:8080"), () -> FINE);
		assertThatThrownBy(() -> Load.at(1).start(away)).isInstanceOf(LabException.class)
			.hasMessageContaining("this machine alone");
	}

	@ParameterizedTest
	@CsvSource({ "127.0.0.1, 127.0.0.1, true", "localhost, 127.0.0.1, true", "gateway, 172.18.0.5, true",
			"gateway, 203.0.113.5, false", "172.18.0.5, 172.18.0.5, false", "shop.example.org, 172.18.0.5, false" })
	void inAContainerAlsoToItsNeighbours(String host, String address, boolean here) throws Exception {
		assertThat(Load.isHere(host, InetAddress.getByName(address))).isEqualTo(here);
	}

	@Test
	void isBounded() {
		assertThatThrownBy(() -> Load.at(5000)).isInstanceOf(LabException.class);
		assertThatThrownBy(() -> Load.at(500).during(Duration.ofHours(1))).isInstanceOf(LabException.class);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
