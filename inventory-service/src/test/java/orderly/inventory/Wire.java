package orderly.inventory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.uuid.Generators;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * The neighbours, as bytes on the wire: says what order-service would say, and hears all
 * that this service says.
 */
@Component
class Wire implements DisposableBean {

	private final JsonMapper json = new JsonMapper();

	private final List<Heard> heard = new CopyOnWriteArrayList<>();

	private final List<Heard> dead = new CopyOnWriteArrayList<>();

	private final KafkaProducer<String, String> producer;

	private final String kafka;

	private final String prefix;

	private final List<Thread> ears;

	Wire(KafkaConnectionDetails kafka, @Value("${orderly.messaging.prefix:}") String prefix) {
		this.kafka = String.join(",", kafka.getBootstrapServers());
		this.prefix = prefix;
		this.producer = new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer());
		this.ears = List.of(Thread.ofVirtual().start(() -> listen(prefix + "inventory", this.heard)),
				Thread.ofVirtual().start(() -> listen(prefix + "inventory-service.dlt.orders", this.dead)));
	}

	/** Says it under a fresh message id, which is returned. */
	UUID say(String type, String event) {
		UUID id = Generators.timeBasedEpochGenerator().generate();
		say(id, type, event);
		return id;
	}

	void say(UUID id, String type, String event) {
		String orderId = this.json.readTree(event).get("orderId").asString();
		ProducerRecord<String, String> record = new ProducerRecord<>(this.prefix + "orders", orderId, event);
		Map.of("ce_specversion", "1.0", "ce_id", id.toString(), "ce_source", "/order-service", "ce_type", type,
				"ce_subject", orderId, "ce_time", Instant.now().toString(), "content-type", "application/json")
			.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		this.producer.send(record);
		this.producer.flush();
	}

	List<Heard> about(UUID orderId) {
		return this.heard.stream().filter((heard) -> heard.key.equals(orderId.toString())).toList();
	}

	/** How many messages about it this service gave up. */
	long deadLetters(UUID orderId) {
		return this.dead.stream().filter((heard) -> heard.key.equals(orderId.toString())).count();
	}

	private void listen(String topic, List<Heard> heard) {
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings(), new StringDeserializer(),
				new StringDeserializer())) {
			List<TopicPartition> partitions = partitions(consumer, topic);
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			while (!Thread.currentThread().isInterrupted()) {
				consumer.poll(Duration.ofMillis(200)).forEach((record) -> heard.add(Heard.of(record)));
			}
		}
		catch (org.apache.kafka.common.errors.InterruptException stopped) {
			Thread.currentThread().interrupt();
		}
	}

	private List<TopicPartition> partitions(KafkaConsumer<String, String> consumer, String topic) {
		List<PartitionInfo> known = consumer.partitionsFor(topic);
		while (known.isEmpty()) {
			known = consumer.partitionsFor(topic);
		}
		return known.stream().map((one) -> new TopicPartition(one.topic(), one.partition())).toList();
	}

	private Properties settings() {
		Properties settings = new Properties();
		settings.put("bootstrap.servers", this.kafka);
		settings.put("enable.auto.commit", "false");
		settings.put("metadata.max.age.ms", "500");
		return settings;
	}

	@Override
	public void destroy() throws InterruptedException {
		this.ears.forEach(Thread::interrupt);
		for (Thread ear : this.ears) {
			ear.join();
		}
		this.producer.close();
	}

	record Heard(String key, String type, String body, Map<String, String> headers) {

		static Heard of(ConsumerRecord<String, String> record) {
			Map<String, String> headers = new java.util.HashMap<>();
			for (Header header : record.headers()) {
				headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
			}
			return new Heard(record.key(), headers.getOrDefault("ce_type", ""), record.value(), headers);
		}

		JsonNode json() {
			return new JsonMapper().readTree(this.body);
		}

	}

}
