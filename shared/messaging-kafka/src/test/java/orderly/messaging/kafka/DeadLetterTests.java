package orderly.messaging.kafka;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import orderly.messaging.transport.Transport;
import orderly.test.RealBacking;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = TestService.class,
		properties = { "orderly.messaging.topics=work", "orderly.messaging.retry-pause=10ms",
				"orderly.messaging.longest-retry-pause=50ms" })
@Import(Work.class)
@RealBacking(database = "messaging")
class DeadLetterTests {

	@Autowired
	private Work work;

	@Autowired
	private Transport transport;

	@Autowired
	private KafkaTopics topics;

	@Autowired
	private KafkaTransportSettings settings;

	@Autowired
	private ConsumerFactory<String, byte[]> consumers;

	@Autowired
	private KafkaTemplate<String, byte[]> kafka;

	@Autowired
	private Broker broker;

	@Test
	void keepTheirMessageIdSoThatTheyHaveOneEffectHoweverOftenTheyAreSentAgain() {
		UUID key = UUID.randomUUID();
		this.work.refuseZero(true);
		this.work.publish(key, 0);
		this.work.publish(key, 1);
		eventually(() -> assertThat(this.work.effects(key)).containsExactly(1));
		ConsumerRecord<String, byte[]> dead = deadLetterOf(key);
		this.work.refuseZero(false);
		sendAgain(dead);
		sendAgain(dead);
		this.work.publish(key, 2);
		eventually(() -> assertThat(this.work.effects(key)).containsExactly(1, 0, 2));
	}

	@Test
	void blockTheirPartitionWhileTheyCannotBeWritten() throws Exception {
		UUID key = UUID.randomUUID();
		this.work.publish(key, 1);
		eventually(() -> assertThat(this.work.effects(key)).containsExactly(1));
		this.broker.admin().deleteTopics(List.of(deadLetters())).all().get();
		this.work.refuseZero(true);
		this.work.publish(key, 0);
		this.work.publish(key, 2);
		await().during(Duration.ofSeconds(10)).atMost(30, SECONDS).until(() -> this.work.effects(key).size() == 1);
		this.topics.create(List.of(deadLetters()), Duration.ofHours(1));
		eventually(() -> assertThat(this.work.effects(key)).containsExactly(1, 2));
		eventually(() -> assertThat(this.transport.deadLetters("test-service")).isEqualTo(1));
	}

	private String deadLetters() {
		return this.settings.onBroker("test-service") + ".dlt.work";
	}

	private ConsumerRecord<String, byte[]> deadLetterOf(UUID key) {
		try (Consumer<String, byte[]> reader = this.consumers.createConsumer(UUID.randomUUID().toString(), "")) {
			reader.subscribe(List.of(deadLetters()));
			return await().atMost(30, SECONDS)
				.until(() -> first(reader, key), (found) -> found.key().equals(key.toString()));
		}
	}

	static ConsumerRecord<String, byte[]> first(Consumer<String, byte[]> reader, UUID key) {
		for (ConsumerRecord<String, byte[]> each : reader.poll(Duration.ofSeconds(1))) {
			if (each.key().equals(key.toString())) {
				return each;
			}
		}
		return new ConsumerRecord<>("", 0, 0, "none", new byte[0]);
	}

	private void sendAgain(ConsumerRecord<String, byte[]> dead) {
		this.kafka
			.send(new ProducerRecord<>(this.settings.onBroker("work"), null, dead.key(), dead.value(), dead.headers()))
			.join();
	}

	private static void eventually(ThrowingRunnable assertion) {
		await().atMost(60, SECONDS).untilAsserted(assertion);
	}

}
