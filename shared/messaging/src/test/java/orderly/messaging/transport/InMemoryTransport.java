package orderly.messaging.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * A broker in a few maps, for tests: what it promises is what {@link TransportContract}
 * asks for.
 */
public class InMemoryTransport implements Transport {

	private static final int PARTITIONS = 6;

	private static final int LARGEST_BODY = 1024 * 1024;

	private static final Duration PAUSE = Duration.ofMillis(5);

	private final Map<String, List<List<Envelope>>> topics = new ConcurrentHashMap<>();

	private final Map<String, Cursor> cursors = new ConcurrentHashMap<>();

	private final Map<String, Collection<Envelope>> deadLetters = new ConcurrentHashMap<>();

	@Override
	public CompletableFuture<?> send(Envelope envelope) {
		if (envelope.body().length > LARGEST_BODY) {
			return CompletableFuture.failedFuture(new UnsendableException(new IllegalArgumentException("too large")));
		}
		partitions(envelope.topic()).get(Math.floorMod(envelope.key().hashCode(), PARTITIONS)).add(envelope);
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public Runnable subscribe(Subscription subscription) {
		List<Thread> threads = subscription.topics()
			.stream()
			.flatMap((topic) -> IntStream.range(0, PARTITIONS)
				.mapToObj((number) -> Thread.ofVirtual()
					.unstarted(delivery(subscription, topic + number, partitions(topic).get(number)))))
			.toList();
		threads.forEach(Thread::start);
		return () -> threads.forEach(InMemoryTransport::end);
	}

	@Override
	public long lag(String group, Set<String> topics) {
		return topics.stream()
			.flatMap((topic) -> IntStream.range(0, PARTITIONS).mapToObj((number) -> group + ":" + topic + number))
			.mapToLong((place) -> Objects.requireNonNull(this.cursors.get(place), place).lag())
			.sum();
	}

	@Override
	public long deadLetters(String group) {
		return givenUp(group).size();
	}

	/** The messages that a group gave up. */
	public Collection<Envelope> givenUp(String group) {
		return this.deadLetters.computeIfAbsent(group, (_) -> new CopyOnWriteArrayList<>());
	}

	private List<List<Envelope>> partitions(String topic) {
		return this.topics.computeIfAbsent(topic, (_) -> {
			List<List<Envelope>> partitions = new ArrayList<>();
			IntStream.range(0, PARTITIONS).forEach((_) -> partitions.add(new CopyOnWriteArrayList<>()));
			return partitions;
		});
	}

	private Runnable delivery(Subscription subscription, String partition, List<Envelope> messages) {
		Cursor cursor = switch (subscription.audience()) {
			case ONE_INSTANCE ->
				this.cursors.computeIfAbsent(subscription.group() + ":" + partition, (_) -> new Cursor(messages, 0));
			case EVERY_INSTANCE -> new Cursor(messages, messages.size());
		};
		return () -> {
			try {
				while (true) {
					cursor.deliver(subscription, givenUp(subscription.group()));
					Thread.sleep(PAUSE);
				}
			}
			catch (InterruptedException stopped) {
				Thread.currentThread().interrupt();
			}
		};
	}

	private static void end(Thread thread) {
		thread.interrupt();
		try {
			thread.join();
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

	/** How far a group has come in a partition. */
	private static final class Cursor {

		private final ReentrantLock lock = new ReentrantLock(true);

		private final List<Envelope> messages;

		private volatile int next;

		private int tries;

		private Class<?> failure = Object.class;

		Cursor(List<Envelope> messages, int next) {
			this.messages = messages;
			this.next = next;
		}

		/** Read without the lock, which a handler holds while it works. */
		int lag() {
			return this.messages.size() - this.next;
		}

		void deliver(Subscription subscription, Collection<Envelope> givenUp) throws InterruptedException {
			this.lock.lockInterruptibly();
			try {
				if (this.next < this.messages.size() && taken(this.messages.get(this.next), subscription, givenUp)) {
					this.next = this.next + 1;
					this.tries = 0;
				}
			}
			finally {
				this.lock.unlock();
			}
		}

		private boolean taken(Envelope message, Subscription subscription, Collection<Envelope> givenUp) {
			try {
				subscription.receiver().accept(message);
				return true;
			}
			catch (DeliveryFailure failed) {
				this.tries = (this.failure == failed.getClass()) ? this.tries + 1 : 1;
				this.failure = failed.getClass();
				return this.tries >= failed.tries() && givenUp.add(message);
			}
		}

	}

}
