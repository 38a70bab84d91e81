package orderly.messaging.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import orderly.test.Backing;
import tools.jackson.databind.json.JsonMapper;

/** Reads a topic of {@link WorkDone}, as nobody's consumer. */
final class SentMessages {

	private SentMessages() {
	}

	/** All that is in a topic now; of one key, in the order in which it came there. */
	static List<Sent> in(String topic) {
		try (KafkaConsumer<String, byte[]> reader = new KafkaConsumer<>(Map.of("bootstrap.servers", Backing.kafka()),
				new StringDeserializer(), new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = reader.partitionsFor(topic)
				.stream()
				.map((each) -> new TopicPartition(topic, each.partition()))
				.toList();
			reader.assign(partitions);
			reader.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
			List<Sent> sent = new ArrayList<>();
			while (ends.entrySet().stream().anyMatch((end) -> reader.position(end.getKey()) < end.getValue())) {
				reader.poll(Duration.ofSeconds(1)).forEach((record) -> sent.add(Sent.of(record)));
			}
			return sent;
		}
	}

	/** One message. */
	record Sent(UUID key, String id, int number) {

		static Sent of(ConsumerRecord<String, byte[]> record) {
			return new Sent(UUID.fromString(record.key()),
					new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8),
					JsonMapper.shared().readTree(record.value()).path("number").asInt());
		}

	}

}
