package orderly.messaging.kafka;

import java.util.Map;
import java.util.Objects;

import orderly.messaging.transport.DeliveryFailure;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What becomes of a message that a handler did not take: it holds its partition, is
 * offered again with growing pauses, and goes to the dead letters when its tries are used
 * up. It keeps all its headers there, the message id too, so that it can be sent again.
 */
class FailedDeliveries implements RetryListener {

	private static final Logger log = LoggerFactory.getLogger(FailedDeliveries.class);

	private static final int TRIES_OF_THE_UNCLASSIFIED = 10;

	private final KafkaTransportSettings settings;

	FailedDeliveries(KafkaTransportSettings settings) {
		this.settings = settings;
	}

	// tag::error-handler[]
	DefaultErrorHandler errorHandler(KafkaOperations<?, ?> kafka) {
		DefaultErrorHandler handler = new DefaultErrorHandler(
				new DeadLetterPublishingRecoverer(kafka, (message, _) -> deadLetters(message)));
		handler.setBackOffFunction((_, failure) -> backOff(failure));
		handler.setClassifications(Map.of(), true); // Spring's own list of fatal
													// exceptions would skip the tries
		handler.setRetryListeners(this);
		return handler;
	}
	// end::error-handler[]

	private TopicPartition deadLetters(ConsumerRecord<?, ?> message) {
		String group = Objects.requireNonNull(KafkaUtils.getConsumerGroupId());
		String topic = KafkaTransportSettings.deadLetters(group) + this.settings.fromBroker(message.topic());
		return new TopicPartition(topic, message.partition());
	}

	private BackOff backOff(@Nullable Exception failure) {
		int tries = (failure instanceof DeliveryFailure classified) ? classified.tries() : TRIES_OF_THE_UNCLASSIFIED;
		ExponentialBackOff backOff = new ExponentialBackOff(this.settings.retryPause().toMillis(), 2);
		backOff.setMaxInterval(this.settings.longestRetryPause().toMillis());
		backOff.setMaxAttempts(tries - 1);
		return backOff;
	}

	@Override
	public void failedDelivery(ConsumerRecord<?, ?> message, @Nullable Exception failure, int attempt) {
		if (attempt == 1) {
			log.warn("{} was not taken and holds its partition", name(message), failure);
		}
		else {
			log.warn("{} was not taken in {} tries and holds its partition", name(message), attempt);
		}
	}

	@Override
	public void recovered(ConsumerRecord<?, ?> message, @Nullable Exception failure) {
		log.error("{} was given up and is a dead letter now: its effect is missing until it is sent again",
				name(message));
	}

	@Override
	public void recoveryFailed(ConsumerRecord<?, ?> message, @Nullable Exception original, Exception failure) {
		log.error("{} could not be written to the dead letters and blocks its partition", name(message), failure);
	}

	private static String name(ConsumerRecord<?, ?> message) {
		return "Message %s-%d@%d of %s".formatted(message.topic(), message.partition(), message.offset(),
				message.key());
	}

}
