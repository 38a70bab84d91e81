package orderly.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The messages that this instance is at work on. Each is the oldest of its partition that
 * nobody has handled, so the oldest of them is as old as the work that waits here.
 */
class InHand {

	/**
	 * Longer than any pause before the next try; whoever is not tried again was given up.
	 */
	private static final Duration PAUSE = Duration.ofSeconds(30);

	private final Map<UUID, Held> messages = new ConcurrentHashMap<>();

	InHand(String group, MeterRegistry meters) {
		Gauge.builder("orderly.message.age", this::age)
			.tag("group", group)
			.description("How long ago the oldest message in hand was published")
			.baseUnit("seconds")
			.register(meters);
	}

	<T> T during(Message<?> message, Supplier<T> work) {
		this.messages.put(message.id(), new Held(message.time(), Instant.MAX));
		try {
			T outcome = work.get();
			this.messages.remove(message.id());
			return outcome;
		}
		finally {
			this.messages.computeIfPresent(message.id(), (_, held) -> held.until(Instant.now().plus(PAUSE)));
		}
	}

	private double age() {
		Instant now = Instant.now();
		this.messages.values().removeIf((held) -> held.until.isBefore(now));
		return this.messages.values()
			.stream()
			.map(Held::published)
			.min(Comparator.naturalOrder())
			.map((oldest) -> Duration.between(oldest, now).toMillis() / 1000.0)
			.orElse(0.0);
	}

	private record Held(Instant published, Instant until) {

		Held until(Instant nextTry) {
			return new Held(this.published, nextTry);
		}

	}

}
