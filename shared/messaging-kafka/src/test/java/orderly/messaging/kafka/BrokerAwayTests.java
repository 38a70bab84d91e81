package orderly.messaging.kafka;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import orderly.test.Backing;
import orderly.test.Database;
import orderly.test.OwnKafka;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class BrokerAwayTests {

	private final Database database = Backing.freshDatabase("messaging");

	@Test
	void aServiceStartsWithoutABrokerAndCatchesUp() {
		UUID key = UUID.randomUUID();
		try (OwnKafka kafka = OwnKafka.started()) {
			kafka.stop();
			try (ConfigurableApplicationContext service = start(kafka.bootstrapServers(), "work")) {
				service.getBean(Work.class).publish(key, 1);
				kafka.start();
				assertThatTheEffectComes(service, key);
			}
		}
	}

	@Test
	void aServiceStartsWhereTheBrokersNameHasNoAddress() {
		try (ConfigurableApplicationContext service = start("broker.invalid:9092", "work")) {
			service.getBean(Work.class).publish(UUID.randomUUID(), 1);
			assertThat(service.isRunning()).isTrue();
		}
	}

	@Test
	void aSubscriberWaitsForTheTopicsOfAnotherService() throws Exception {
		UUID key = UUID.randomUUID();
		try (ConfigurableApplicationContext service = start(Backing.kafka(), "")) {
			service.getBean(Work.class).publish(key, 1);
			String topic = service.getBean(KafkaTransportSettings.class).onBroker("work");
			service.getBean(KafkaTopics.class).create(List.of(topic), Duration.ofHours(1));
			assertThatTheEffectComes(service, key);
		}
	}

	@Test
	void aServiceStopsPromptlyWhileTheBrokerIsAway() {
		try (OwnKafka kafka = OwnKafka.started()) {
			ConfigurableApplicationContext service = start(kafka.bootstrapServers(), "work");
			UUID key = UUID.randomUUID();
			service.getBean(Work.class).publish(key, 1);
			assertThatTheEffectComes(service, key);
			kafka.stop();
			service.getBean(Work.class).publish(key, 2);
			assertThat(CompletableFuture.runAsync(service::close)).succeedsWithin(Duration.ofSeconds(20));
		}
	}

	private static void assertThatTheEffectComes(ConfigurableApplicationContext service, UUID key) {
		await().atMost(60, SECONDS)
			.untilAsserted(() -> assertThat(service.getBean(Work.class).effects(key)).containsExactly(1));
	}

	private ConfigurableApplicationContext start(String bootstrapServers, String topics) {
		return new SpringApplicationBuilder(TestService.class, Work.class).run(
				"--spring.datasource.url=" + this.database.url(),
				"--spring.datasource.username=" + this.database.user(),
				"--spring.datasource.password=" + this.database.password(),
				"--spring.kafka.bootstrap-servers=" + bootstrapServers,
				"--orderly.messaging.prefix=" + Backing.freshPrefix(), "--orderly.messaging.topics=" + topics);
	}

}
