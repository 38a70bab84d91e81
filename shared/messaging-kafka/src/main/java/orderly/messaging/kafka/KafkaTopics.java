package orderly.messaging.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.config.TopicBuilder;

/**
 * The topics on the broker, which may be away, and which may be still to come: whoever
 * needs one waits for it here, on a thread of its own, while the service starts.
 */
class KafkaTopics {

	private static final Logger log = LoggerFactory.getLogger(KafkaTopics.class);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private final Broker broker;

	private final KafkaTransportSettings settings;

	KafkaTopics(Broker broker, KafkaTransportSettings settings) {
		this.broker = broker;
		this.settings = settings;
	}

	/** Creates what is missing. */
	void create(Collection<String> names, Duration retention) throws InterruptedException {
		List<NewTopic> topics = names.stream().map((name) -> topic(name, retention)).toList();
		retry("create " + names,
				() -> this.broker.admin().createTopics(topics).values().values().forEach(KafkaTopics::exists));
	}

	/** Waits for topics that somebody else creates. */
	void await(Collection<String> names) throws InterruptedException {
		retry("find " + names, () -> get(this.broker.admin().describeTopics(names).allTopicNames()));
	}

	/** Counts the messages in all topics whose names begin like this. */
	long count(String prefix) {
		List<TopicPartition> all = partitions(get(this.broker.admin().listTopics().names()).stream()
			.filter((name) -> name.startsWith(prefix))
			.toList());
		return sum(offsets(all, OffsetSpec.latest())) - sum(offsets(all, OffsetSpec.earliest()));
	}

	/** Counts the messages behind a group's place, or all where it never came. */
	long lag(String group, Collection<String> names) {
		List<TopicPartition> all = partitions(names);
		Map<TopicPartition, Long> places = new HashMap<>(offsets(all, OffsetSpec.earliest()));
		get(this.broker.admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
			.forEach((partition, place) -> places.computeIfPresent(partition, (_, _) -> place.offset()));
		return sum(offsets(all, OffsetSpec.latest())) - sum(places);
	}

	private NewTopic topic(String name, Duration retention) {
		return TopicBuilder.name(name)
			.partitions(this.settings.partitions())
			.config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(retention.toMillis()))
			.build();
	}

	private List<TopicPartition> partitions(Collection<String> topics) {
		return get(this.broker.admin().describeTopics(topics).allTopicNames()).values()
			.stream()
			.flatMap((topic) -> topic.partitions()
				.stream()
				.map((each) -> new TopicPartition(topic.name(), each.partition())))
			.toList();
	}

	private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) {
		Map<TopicPartition, OffsetSpec> wanted = partitions.stream()
			.collect(Collectors.toMap(Function.identity(), (_) -> which));
		return get(this.broker.admin().listOffsets(wanted).all()).entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (found) -> found.getValue().offset()));
	}

	private static long sum(Map<TopicPartition, Long> offsets) {
		return offsets.values().stream().mapToLong(Long::longValue).sum();
	}

	private static void exists(KafkaFuture<Void> creation) {
		try {
			get(creation);
		}
		catch (KafkaException failure) {
			if (!(failure.getCause() instanceof TopicExistsException)) {
				throw failure;
			}
		}
	}

	private static void retry(String purpose, Runnable attempt) throws InterruptedException {
		for (boolean first = true;; first = false) {
			try {
				attempt.run();
				return;
			}
			catch (KafkaException notYet) {
				if (first) {
					log.info("Waiting for the broker to {} ({})", purpose, notYet.getMessage());
				}
				Thread.sleep(PAUSE);
			}
		}
	}

	private static <T> T get(KafkaFuture<T> future) {
		try {
			return future.get();
		}
		catch (ExecutionException failed) {
			throw new KafkaException(failed.getCause());
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new KafkaException(stopped);
		}
	}

}
