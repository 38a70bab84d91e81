package orderly.messaging.kafka;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import orderly.messaging.transport.Transport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

import org.springframework.context.Lifecycle;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;

/**
 * Carries messages by Kafka. What makes it safe are settings of Spring Kafka, which stand
 * in {@code messaging-kafka.properties} with their reasons.
 */
class KafkaTransport implements Transport {

	private static final List<Class<? extends Throwable>> HOPELESS = List.of(RecordTooLargeException.class,
			SerializationException.class, InvalidTopicException.class);

	private final KafkaTemplate<String, byte[]> kafka;

	private final ConcurrentKafkaListenerContainerFactory<String, byte[]> containers;

	private final KafkaTopics topics;

	private final KafkaTransportSettings settings;

	KafkaTransport(KafkaTemplate<String, byte[]> kafka,
			ConcurrentKafkaListenerContainerFactory<String, byte[]> containers, KafkaTopics topics,
			KafkaTransportSettings settings) {
		this.kafka = kafka;
		this.containers = containers;
		this.topics = topics;
		this.settings = settings;
	}

	@Override
	public CompletableFuture<?> send(Envelope envelope) {
		try {
			return this.kafka.send(record(envelope))
				.exceptionallyCompose((failure) -> CompletableFuture.failedFuture(translated(failure)));
		}
		catch (RuntimeException failure) {
			return CompletableFuture.failedFuture(translated(failure));
		}
	}

	private ProducerRecord<String, byte[]> record(Envelope envelope) {
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(this.settings.onBroker(envelope.topic()),
				envelope.key(), envelope.body());
		envelope.headers()
			.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		return message;
	}

	private static Throwable translated(Throwable failure) {
		boolean hopeless = Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.anyMatch((cause) -> HOPELESS.stream().anyMatch((type) -> type.isInstance(cause)));
		return hopeless ? new UnsendableException(failure) : failure;
	}

	// tag::subscribe[]
	@Override
	public Runnable subscribe(Subscription subscription) {
		ConcurrentMessageListenerContainer<String, byte[]> container = this.containers
			.createContainer(this.settings.onBroker(subscription.topics()).toArray(String[]::new));
		container.setBeanName(subscription.group());
		container.setupMessageListener(
				(MessageListener<String, byte[]>) (message) -> subscription.receiver().accept(envelope(message)));
		join(container.getContainerProperties(), subscription);
		Thread starter = Thread.startVirtualThread(() -> startWhenTopicsExist(container, subscription));
		return () -> stop(container, starter);
	}
	// end::subscribe[]

	private void join(ContainerProperties properties, Subscription subscription) {
		String group = this.settings.onBroker(subscription.group());
		switch (subscription.audience()) {
			case ONE_INSTANCE -> properties.setGroupId(group);
			case EVERY_INSTANCE -> {
				properties.setGroupId(group + "." + UUID.randomUUID());
				properties.getKafkaConsumerProperties().setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
			}
		}
	}

	private void startWhenTopicsExist(Lifecycle container, Subscription subscription) {
		String prefix = KafkaTransportSettings.deadLetters(this.settings.onBroker(subscription.group()));
		List<String> deadLetters = subscription.topics().stream().map(prefix::concat).toList();
		try {
			this.topics.create(deadLetters, this.settings.deadLetterRetention());
			this.topics.await(this.settings.onBroker(subscription.topics()));
			startUnlessStopped(container);
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt(); // before its topics existed
		}
	}

	private static void startUnlessStopped(Lifecycle container) {
		synchronized (container) {
			if (!Thread.currentThread().isInterrupted()) {
				container.start();
			}
		}
	}

	private static void stop(Lifecycle container, Thread starter) {
		synchronized (container) {
			starter.interrupt();
			container.stop();
		}
	}

	private Envelope envelope(ConsumerRecord<String, byte[]> message) {
		Map<String, String> headers = new HashMap<>();
		message.headers()
			.forEach((header) -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
		return new Envelope(this.settings.fromBroker(message.topic()), message.key(), headers, message.value());
	}

	@Override
	public long lag(String group, Set<String> topics) {
		return this.topics.lag(this.settings.onBroker(group), this.settings.onBroker(topics));
	}

	@Override
	public long deadLetters(String group) {
		return this.topics.count(KafkaTransportSettings.deadLetters(this.settings.onBroker(group)));
	}

}
