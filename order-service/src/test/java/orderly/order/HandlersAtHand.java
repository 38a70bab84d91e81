package orderly.order;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import orderly.messaging.EventType;
import orderly.messaging.Message;
import orderly.messaging.Subscriptions;

/**
 * Handlers that a test calls itself, in a transaction of its own.
 */
class HandlersAtHand implements Subscriptions {

	private final Map<Class<?>, Consumer<Object>> handlers = new HashMap<>();

	void handle(UUID orderId, Record event) {
		String type = event.getClass().getAnnotation(EventType.class).value();
		Objects.requireNonNull(this.handlers.get(event.getClass()))
			.accept(new Message<>(UUID.randomUUID(), type, orderId, Instant.now(), event));
	}

	@Override
	@SuppressWarnings("unchecked")
	public <E extends Record> Subscriptions on(Class<E> event, Consumer<Message<E>> effect) {
		this.handlers.put(event, (message) -> effect.accept((Message<E>) message));
		return this;
	}

	@Override
	public <E extends Record, R> Subscriptions on(Class<E> event, Function<Message<E>, R> ask,
			BiConsumer<Message<E>, R> effect) {
		throw new UnsupportedOperationException();
	}

	@Override
	public <E extends Record> Subscriptions onEveryInstance(Class<E> event, Consumer<Message<E>> listener) {
		throw new UnsupportedOperationException();
	}

}
