package orderly.messaging.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import orderly.messaging.transport.Transport;
import orderly.messaging.transport.Transport.Audience;
import orderly.messaging.transport.Transport.Envelope;
import orderly.messaging.transport.Transport.Subscription;
import orderly.test.RealBacking;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = TestService.class)
@RealBacking(database = "messaging")
class ConcurrencyTests {

	@Autowired
	private Transport transport;

	@Autowired
	private KafkaTopics topics;

	@Autowired
	private KafkaTransportSettings settings;

	@Test
	void anInstanceHandlesThreeMessagesAtATime() throws InterruptedException {
		this.topics.create(List.of(this.settings.onBroker("busy")), Duration.ofHours(1));
		CountDownLatch end = new CountDownLatch(1);
		Set<Thread> working = ConcurrentHashMap.newKeySet();
		Runnable stop = this.transport
			.subscribe(new Subscription("busy", Set.of("busy"), Audience.ONE_INSTANCE, (message) -> {
				working.add(Thread.currentThread());
				if (message.key().startsWith("long")) {
					waitFor(end);
				}
			}));
		await().atMost(30, SECONDS).until(() -> send("short", working) == 3);
		working.clear();
		send("long", working);
		await().atMost(30, SECONDS).until(() -> working.size() == 3);
		await().during(Duration.ofSeconds(2)).atMost(10, SECONDS).until(() -> working.size() == 3);
		end.countDown();
		stop.run();
	}

	/** To every partition; says how many threads have worked by then. */
	private int send(String name, Set<Thread> working) {
		IntStream.range(0, 60)
			.mapToObj((number) -> new Envelope("busy", name + number, Map.of(), new byte[0]))
			.forEach((message) -> this.transport.send(message).join());
		return working.size();
	}

	private static void waitFor(CountDownLatch end) {
		try {
			assertThat(end.await(60, SECONDS)).isTrue();
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

}
