package orderly.messaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import orderly.messaging.transport.Transport;

/** Keeps what it is given, and answers as the test says. */
class RecordingTransport implements Transport {

	private final List<Envelope> sent = new CopyOnWriteArrayList<>();

	private volatile Function<Envelope, CompletableFuture<?>> answer;

	RecordingTransport(Function<Envelope, CompletableFuture<?>> answer) {
		this.answer = answer;
	}

	static RecordingTransport acknowledging() {
		return new RecordingTransport((_) -> CompletableFuture.completedFuture(null));
	}

	void answer(Function<Envelope, CompletableFuture<?>> answer) {
		this.answer = answer;
	}

	@Override
	public CompletableFuture<?> send(Envelope envelope) {
		this.sent.add(envelope);
		return this.answer.apply(envelope);
	}

	List<Envelope> sent() {
		return this.sent;
	}

	/** The versions of one thing in the order of their first delivery. */
	List<Integer> versionsOf(UUID thing) {
		return this.sent.stream()
			.filter((envelope) -> envelope.key().equals(thing.toString()))
			.map((envelope) -> CloudEvents.unwrap(envelope, ThingChanged.class).event().version())
			.distinct()
			.toList();
	}

	List<String> bodies() {
		return this.sent.stream().map((envelope) -> new String(envelope.body(), StandardCharsets.UTF_8)).toList();
	}

	@Override
	public Runnable subscribe(Subscription subscription) {
		return () -> {
		};
	}

	@Override
	public long lag(String group, Set<String> topics) {
		return 0;
	}

	@Override
	public long deadLetters(String group) {
		return 0;
	}

}
