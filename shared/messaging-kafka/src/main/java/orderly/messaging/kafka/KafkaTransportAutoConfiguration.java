package orderly.messaging.kafka;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DefaultErrorHandler;

/**
 * Puts the Kafka transport together from what Spring Boot has configured.
 */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(KafkaTransportSettings.class)
@PropertySource("classpath:orderly/messaging/kafka/messaging-kafka.properties")
class KafkaTransportAutoConfiguration {

	private final KafkaTransportSettings settings;

	KafkaTransportAutoConfiguration(KafkaTransportSettings settings) {
		this.settings = settings;
	}

	@Bean
	Broker broker(KafkaAdmin kafka) {
		return new Broker(kafka.getConfigurationProperties());
	}

	@Bean
	KafkaTopics kafkaTopics(Broker broker) {
		return new KafkaTopics(broker, this.settings);
	}

	@Bean
	OwnTopics ownTopics(KafkaTopics topics) {
		return new OwnTopics(topics, this.settings);
	}

	/** What the producer has not sent when it is closed still lies in the outbox. */
	@Bean
	DefaultKafkaProducerFactoryCustomizer closesProducerAtOnce() {
		return (factory) -> factory.setPhysicalCloseTimeout(1);
	}

	@Bean
	KafkaTransport kafkaTransport(KafkaTemplate<String, byte[]> kafka,
			ConcurrentKafkaListenerContainerFactory<String, byte[]> containers, KafkaTopics topics) {
		return new KafkaTransport(kafka, containers, topics, this.settings);
	}

	@Bean
	DefaultErrorHandler failedDeliveries(KafkaTemplate<String, byte[]> kafka) {
		return new FailedDeliveries(this.settings).errorHandler(kafka);
	}

}
