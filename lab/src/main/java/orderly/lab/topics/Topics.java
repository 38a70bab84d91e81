package orderly.lab.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import orderly.lab.Exit;
import orderly.lab.LabException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The topics of a running system, through Kafka's own client. Reading joins no group, so
 * that nobody's place moves.
 */
public class Topics {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final String bootstrapServers;

	/**
	 * The topics of one broker.
	 * @param bootstrapServers as {@code 127.0.0.1:19092}
	 */
	public Topics(String bootstrapServers) {
		this.bootstrapServers = bootstrapServers;
	}

	/** All events that the broker got since then, dead letters too, in that order. */
	public List<Event> since(Instant time) {
		return asked(() -> {
			try (Consumer<String, byte[]> consumer = consumer()) {
				List<TopicPartition> all = partitions(consumer);
				consumer.assign(all);
				seek(consumer, all, time);
				return read(consumer, all);
			}
		});
	}

	/** Lets everybody hear these events once more, under the same message ids. */
	public void sayAgain(Collection<Event> events) {
		asked(() -> {
			try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings(), new StringSerializer(),
					new ByteArraySerializer())) {
				events.forEach(event -> producer.send(event.again()));
				producer.flush();
				return events;
			}
		});
	}

	private static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
		return consumer.listTopics(PATIENCE)
			.values()
			.stream()
			.flatMap(List::stream)
			.filter(partition -> !partition.topic().startsWith("__"))
			.map(partition -> new TopicPartition(partition.topic(), partition.partition()))
			.toList();
	}

	private static void seek(Consumer<?, ?> consumer, List<TopicPartition> all, Instant time) {
		Map<TopicPartition, Long> times = all.stream()
			.collect(Collectors.toMap(Function.identity(), partition -> time.toEpochMilli()));
		consumer.seekToEnd(all);
		consumer.offsetsForTimes(times, PATIENCE).forEach((partition, found) -> {
			if (found != null) {
				consumer.seek(partition, found.offset());
			}
		});
	}

	private static List<Event> read(Consumer<String, byte[]> consumer, List<TopicPartition> all) {
		List<Event> events = new ArrayList<>();
		Map<TopicPartition, Long> ends = consumer.endOffsets(all, PATIENCE);
		long giveUp = System.nanoTime() + PATIENCE.toNanos();
		while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
			consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(Event.of(record)));
			if (System.nanoTime() > giveUp) {
				throw new KafkaException("it stopped answering");
			}
		}
		events.sort(Comparator.comparing(Event::time));
		return events;
	}

	private <T> T asked(Supplier<T> question) {
		try {
			return question.get();
		}
		catch (KafkaException failure) {
			throw new LabException(Exit.NOT_RUNNING, "Kafka does not answer at %s (%s). Does it run? ./orderly status"
				.formatted(this.bootstrapServers, failure.getMessage()), failure);
		}
	}

	private Consumer<String, byte[]> consumer() {
		return new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer());
	}

	private Map<String, Object> settings() {
		return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, this.bootstrapServers,
				CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis(),
				CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
	}

}
