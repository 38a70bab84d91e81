package orderly.notifications;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import orderly.test.RealBacking;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.KafkaTemplate;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Nothing of ours is loaded here: Spring Boot, Spring Kafka and the real broker. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE,
		properties = { "spring.flyway.locations=classpath:db/migration",
				"spring.kafka.consumer.auto-offset-reset=earliest",
				"spring.kafka.consumer.value-deserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer",
				"spring.kafka.producer.value-serializer=org.apache.kafka.common.serialization.ByteArraySerializer" })
@RealBacking(database = "plain")
class PlainMailsTests {

	private static final String EVENT = "{\"orderId\":\"%s\",\"totalMinor\":1250,\"currency\":\"EUR\"}";

	@Autowired
	private KafkaTemplate<String, byte[]> kafka;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aConfirmedOrderGetsAMailForEachDelivery() {
		UUID order = UUID.randomUUID();
		say("order.placed.v1", order);
		say("order.confirmed.v1", order);
		say("order.confirmed.v1", order);
		await().atMost(30, SECONDS).untilAsserted(() -> assertThat(mailsAbout(order)).isEqualTo(2));
	}

	private void say(String type, UUID order) {
		ProducerRecord<String, byte[]> message = new ProducerRecord<>("orders", order.toString(),
				EVENT.formatted(order).getBytes(StandardCharsets.UTF_8));
		message.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
		this.kafka.send(message).join();
	}

	private int mailsAbout(UUID order) {
		return this.jdbc.sql("select count(*) from mails where order_id = ?")
			.param(order)
			.query(Integer.class)
			.single();
	}

	@Configuration(proxyBeanMethods = false)
	@Import(PlainMails.class)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
			JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, FlywayAutoConfiguration.class,
			JacksonAutoConfiguration.class, KafkaAutoConfiguration.class })
	static class Plain {

		@Bean
		NewTopics orders() {
			return new NewTopics(TopicBuilder.name("orders").partitions(1).build());
		}

	}

}
