package orderly.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import orderly.messaging.Dispatcher.Handler;
import orderly.messaging.transport.Transport;
import orderly.messaging.transport.Transport.Audience;
import orderly.messaging.transport.Transport.Envelope;
import orderly.messaging.transport.Transport.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Collects the handlers of a service and subscribes them, all under the service's name,
 * once the application context has started.
 */
class Subscriber implements Subscriptions, SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Subscriber.class);

	private final Map<String, Handler<?, ?>> handlers = new HashMap<>();

	private final Set<String> handledTopics = new HashSet<>();

	private final Map<String, Consumer<Envelope>> listeners = new HashMap<>();

	private final Set<String> heardTopics = new HashSet<>();

	private final List<Runnable> deliveries = new ArrayList<>();

	private final String group;

	private final Transport transport;

	private final Dispatcher dispatcher;

	private volatile boolean running;

	Subscriber(String group, Transport transport, Dispatcher dispatcher) {
		this.group = group;
		this.transport = transport;
		this.dispatcher = dispatcher;
	}

	@Override
	public <E extends Record> Subscriptions on(Class<E> event, Consumer<Message<E>> effect) {
		return on(event, (message) -> message, (message, _) -> effect.accept(message));
	}

	@Override
	public <E extends Record, R> Subscriptions on(Class<E> event, Function<Message<E>, R> ask,
			BiConsumer<Message<E>, R> effect) {
		EventType type = CloudEvents.declaredBy(event);
		register(this.handlers, type, new Handler<>(event, ask, effect));
		this.handledTopics.add(type.topic());
		return this;
	}

	@Override
	public <E extends Record> Subscriptions onEveryInstance(Class<E> event, Consumer<Message<E>> listener) {
		EventType type = CloudEvents.declaredBy(event);
		register(this.listeners, type, (envelope) -> listener.accept(CloudEvents.unwrap(envelope, event)));
		this.heardTopics.add(type.topic());
		return this;
	}

	private <T> void register(Map<String, T> registered, EventType type, T added) {
		if (this.running) {
			throw new IllegalStateException("Subscribe while the application context starts");
		}
		if (registered.putIfAbsent(type.value(), added) != null) {
			throw new IllegalStateException(type.value() + " has a handler already");
		}
	}

	@Override
	public void start() {
		this.running = true;
		subscribe(this.handledTopics, Audience.ONE_INSTANCE,
				(envelope) -> this.dispatcher.dispatch(this.group, this.handlers, envelope));
		subscribe(this.heardTopics, Audience.EVERY_INSTANCE, this::tell);
	}

	long lag() {
		return this.transport.lag(this.group, this.handledTopics);
	}

	private void subscribe(Set<String> topics, Audience audience, Consumer<Envelope> receiver) {
		if (!topics.isEmpty()) {
			this.deliveries.add(this.transport.subscribe(new Subscription(this.group, topics, audience, receiver)));
		}
	}

	/** An event stream shows what happens now: a message that cannot be shown is past. */
	private void tell(Envelope envelope) {
		try {
			this.listeners.getOrDefault(CloudEvents.typeOf(envelope), (_) -> {
			}).accept(envelope);
		}
		catch (RuntimeException failure) {
			log.warn("A listener missed a message of {}", envelope.topic(), failure);
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.deliveries.forEach(Runnable::run);
		this.deliveries.clear();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
