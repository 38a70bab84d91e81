package orderly.lab.topics;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

import orderly.lab.Exit;
import orderly.lab.LabException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Kafka's clients for one broker.
 *
 * @param bootstrapServers as {@code 127.0.0.1:19092}
 * @param patience longest wait for one answer
 */
record Broker(String bootstrapServers, Duration patience) {

	Consumer<String, byte[]> consumer() {
		return new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer());
	}

	Producer<String, byte[]> producer() {
		return new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer());
	}

	Admin admin() {
		return Admin.create(settings());
	}

	/** Turns what Kafka's client throws into a sentence. */
	<T> T asked(Supplier<T> question) {
		try {
			return question.get();
		}
		catch (KafkaException failure) {
			throw new LabException(Exit.NOT_RUNNING, "Kafka does not answer at %s (%s). Does it run? ./orderly status"
				.formatted(bootstrapServers, failure.getMessage()), failure);
		}
	}

	private Map<String, Object> settings() {
		int milliseconds = (int) patience.toMillis();
		return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
				CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, milliseconds,
				CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, milliseconds);
	}

}
