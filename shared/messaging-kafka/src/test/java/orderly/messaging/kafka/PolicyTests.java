package orderly.messaging.kafka;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import orderly.messaging.EventPublisher;
import orderly.test.RealBacking;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The switches, thrown while the service runs. */
@SpringBootTest(classes = TestService.class, properties = "orderly.messaging.topics=work")
@Import(Work.class)
@RealBacking(database = "messaging")
class PolicyTests {

	@Autowired
	private ConfigurableEnvironment environment;

	@Autowired
	private Work work;

	@Autowired
	private KafkaTransportSettings settings;

	@Autowired
	private ConsumerFactory<String, byte[]> consumers;

	@Autowired
	private KafkaTemplate<String, byte[]> kafka;

	@AfterEach
	void switchOn() {
		this.environment.getPropertySources().remove("switched");
	}

	@Test
	void areDeclaredAndOn() {
		assertThat(this.environment.getProperty("orderly.policies.outbox")).isEqualTo("on");
		assertThat(this.environment.getProperty("orderly.policies.inbox")).isEqualTo("on");
	}

	@Test
	void withoutTheInboxARepeatedMessageHasASecondEffectAndWithItNone() {
		UUID key = UUID.randomUUID();
		this.work.publish(key, 1);
		ConsumerRecord<String, byte[]> message = messageOf(key);
		sendAgain(message);
		this.work.publish(key, 2);
		eventually(() -> assertThat(this.work.effects(key)).containsExactly(1, 2));
		switchOff("inbox");
		sendAgain(message);
		eventually(() -> assertThat(this.work.effects(key)).containsExactly(1, 2, 1));
	}

	@Test
	void withoutTheOutboxAMessageIsNoRowAndIsSentAllTheSame(@Autowired EventPublisher events,
			@Autowired TransactionTemplate transaction, @Autowired JdbcClient jdbc) {
		UUID key = UUID.randomUUID();
		switchOff("outbox");
		transaction.executeWithoutResult((_) -> {
			events.publish(key, new WorkDone(1));
			assertThat(jdbc.sql("select count(*) from outbox where key = ?").param(key).query(Integer.class).single())
				.isZero();
		});
		eventually(() -> assertThat(this.work.effects(key)).containsExactly(1));
	}

	private void switchOff(String policy) {
		this.environment.getPropertySources()
			.addFirst(new MapPropertySource("switched", Map.of("orderly.policies." + policy, "off")));
	}

	private ConsumerRecord<String, byte[]> messageOf(UUID key) {
		try (Consumer<String, byte[]> reader = this.consumers.createConsumer(UUID.randomUUID().toString(), "")) {
			reader.subscribe(List.of(this.settings.onBroker("work")));
			return await().atMost(30, SECONDS)
				.until(() -> DeadLetterTests.first(reader, key), (found) -> found.key().equals(key.toString()));
		}
	}

	private void sendAgain(ConsumerRecord<String, byte[]> message) {
		this.kafka.send(new ProducerRecord<>(message.topic(), null, message.key(), message.value(), message.headers()))
			.join();
	}

	private static void eventually(ThrowingRunnable assertion) {
		await().atMost(60, SECONDS).untilAsserted(assertion);
	}

}
