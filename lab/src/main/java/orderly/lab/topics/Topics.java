package orderly.lab.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The topics of a running system, through Kafka's own client. Reading joins no group, so
 * that nobody's place moves.
 */
public class Topics {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Broker broker;

	/**
	 * The topics of one broker.
	 * @param bootstrapServers as {@code 127.0.0.1:19092}
	 */
	public Topics(String bootstrapServers) {
		this.broker = new Broker(bootstrapServers, PATIENCE);
	}

	/** All events that the broker got since then, dead letters too, in that order. */
	public List<Event> since(Instant time) {
		return this.broker.asked(() -> {
			try (Consumer<String, byte[]> consumer = this.broker.consumer()) {
				List<TopicPartition> all = partitions(consumer);
				consumer.assign(all);
				seek(consumer, all, time);
				return read(consumer, all);
			}
		});
	}

	/** Lets everybody hear these events once more, under the same message ids. */
	public void sayAgain(Collection<Event> events) {
		this.broker.asked(() -> {
			try (Producer<String, byte[]> producer = this.broker.producer()) {
				events.forEach(event -> producer.send(event.again()));
				producer.flush();
				return events;
			}
		});
	}

	/** How many messages a group has not handled, of those that lie in its topics now. */
	public long lag(String group) {
		return this.broker.asked(() -> {
			try (Admin admin = this.broker.admin(); Consumer<?, ?> consumer = this.broker.consumer()) {
				Map<TopicPartition, OffsetAndMetadata> places = places(admin, group);
				return consumer.endOffsets(places.keySet(), PATIENCE)
					.entrySet()
					.stream()
					.mapToLong(end -> end.getValue() - Objects.requireNonNull(places.get(end.getKey())).offset())
					.sum();
			}
		});
	}

	private static Map<TopicPartition, OffsetAndMetadata> places(Admin admin, String group) {
		try {
			return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
		}
		catch (ExecutionException ex) {
			throw new KafkaException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException(ex);
		}
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

}
