package orderly.messaging.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Names and sizes of a service's topics.
 *
 * @param prefix put before the names of topics and groups, so that several systems can
 * share one broker
 * @param topics the topics that this service owns, and therefore creates
 * @param partitions partitions of a topic, and with it the most instances of a service
 * that share its work, 1 or more
 * @param topicRetention how long a topic keeps its messages
 * @param deadLetterRetention how long dead letters are kept; with the topics' at most as
 * long as inboxes remember
 * @param retryPause the pause after a first failed try; each further one is twice as long
 * @param longestRetryPause where that ends: short beside {@code max.poll.interval.ms},
 * because a consumer keeps its membership by polling in between
 */
@ConfigurationProperties("orderly.messaging")
record KafkaTransportSettings(@DefaultValue("") String prefix, @DefaultValue List<String> topics,
		@DefaultValue("6") int partitions, @DefaultValue("3d") Duration topicRetention,
		@DefaultValue("7d") Duration deadLetterRetention, @DefaultValue("200ms") Duration retryPause,
		@DefaultValue("5s") Duration longestRetryPause) {

	String onBroker(String name) {
		return this.prefix + name;
	}

	List<String> onBroker(Collection<String> names) {
		return names.stream().map(this::onBroker).toList();
	}

	String fromBroker(String name) {
		return name.substring(this.prefix.length());
	}

	/** How the names of a group's dead letters begin; the topic's own name follows. */
	static String deadLetters(String groupOnBroker) {
		return groupOnBroker + ".dlt.";
	}

}
