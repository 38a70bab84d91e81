package orderly.messaging.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import orderly.test.RealBacking;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What cannot be seen in behaviour, or only after a long wait. */
@SpringBootTest(classes = TestService.class, properties = "orderly.messaging.topics=work")
@Import(Work.class)
@RealBacking(database = "messaging")
class SettingsTests {

	@Autowired
	private Broker broker;

	@Autowired
	private KafkaTopics topics;

	@Autowired
	private KafkaTransportSettings settings;

	@BeforeEach
	void waitForTopics() throws InterruptedException {
		this.topics.await(this.settings.onBroker(List.of("work", "test-service.dlt.work")));
	}

	@Test
	void aTopicHasSixPartitionsAndKeepsThreeDays() throws Exception {
		assertThat(partitions("work")).isEqualTo(6);
		assertThat(retentionDays("work")).isEqualTo(3);
	}

	@Test
	void deadLettersHaveSixPartitionsAndKeepSevenDays() throws Exception {
		assertThat(partitions("test-service.dlt.work")).isEqualTo(6);
		assertThat(retentionDays("test-service.dlt.work")).isEqualTo(7);
	}

	@Test
	void aKilledConsumerIsMissedAfterSixSeconds(@Autowired ConsumerFactory<?, ?> consumers) {
		assertThat(consumers.getConfigurationProperties())
			.containsEntry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "6000")
			.containsEntry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "1500")
			.containsEntry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
	}

	@Test
	void aConsumerThatHoldsAMessagePollsOftenEnoughToStayInItsGroup() {
		Duration betweenPolls = Duration.ofMinutes(5); // max.poll.interval.ms, left at
														// its default
		assertThat(this.settings.longestRetryPause()).isLessThan(betweenPolls.dividedBy(10));
	}

	@Test
	void aLockThatIsWaitedForTooLongIsKnownAsThat(@Autowired JdbcClient jdbc,
			@Autowired TransactionTemplate transaction) {
		TransactionTemplate elsewhere = new TransactionTemplate(
				Objects.requireNonNull(transaction.getTransactionManager()));
		elsewhere.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		transaction.executeWithoutResult((_) -> {
			jdbc.sql("select bucket from outbox_lease for update").query(Integer.class).list();
			assertThatExceptionOfType(CannotAcquireLockException.class)
				.isThrownBy(() -> elsewhere.executeWithoutResult((_) -> {
					jdbc.sql("set local lock_timeout = '50ms'").update();
					jdbc.sql("update outbox_lease set owner = null").update();
				}));
		});
	}

	@Test
	void aMessageIsAcknowledgedByItself(@Autowired ConcurrentKafkaListenerContainerFactory<?, ?> containers) {
		assertThat(containers.getContainerProperties().getAckMode()).isEqualTo(ContainerProperties.AckMode.RECORD);
	}

	@Test
	void theProducerIsIdempotentAndPatientAndBlocksForLessThanALease(@Autowired ProducerFactory<?, ?> producers) {
		assertThat(producers.getConfigurationProperties())
			.containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true")
			.containsEntry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "120000")
			.containsEntry(ProducerConfig.MAX_BLOCK_MS_CONFIG, "3000");
	}

	@Test
	void everyConnectionIsEndedWhenItIdlesInATransaction(@Autowired JdbcClient jdbc) {
		assertThat(jdbc.sql("show idle_in_transaction_session_timeout").query(String.class).single()).isEqualTo("10s");
	}

	private int partitions(String topic) throws Exception {
		List<String> names = List.of(this.settings.onBroker(topic));
		return this.broker.admin()
			.describeTopics(names)
			.allTopicNames()
			.get()
			.values()
			.stream()
			.mapToInt((description) -> description.partitions().size())
			.sum();
	}

	private long retentionDays(String topic) throws Exception {
		ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, this.settings.onBroker(topic));
		return this.broker.admin()
			.describeConfigs(List.of(resource))
			.all()
			.get()
			.values()
			.stream()
			.mapToLong((config) -> Long.parseLong(config.get("retention.ms").value()) / 86_400_000)
			.sum();
	}

}
