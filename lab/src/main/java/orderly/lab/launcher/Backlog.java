package orderly.lab.launcher;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import orderly.lab.LabException;
import orderly.lab.topics.Topics;
import org.jspecify.annotations.Nullable;

/**
 * What waits at one service, and what was given up, as its processes measure it; null is
 * what none of them can tell.
 *
 * @param service its name, which is also that of its consumer group
 * @param lag messages that the group has not handled yet
 * @param ageSeconds how long ago the oldest message in hand was published
 * @param outboxRows messages committed and not yet sent
 * @param outboxAgeSeconds how long the oldest of them has waited
 * @param deadLetters messages that the group gave up
 * @param outboxDeadLetters messages that the broker refused for good
 */
record Backlog(String service, @Nullable Long lag, @Nullable Double ageSeconds, @Nullable Long outboxRows,
		@Nullable Double outboxAgeSeconds, @Nullable Long deadLetters, @Nullable Long outboxDeadLetters) {

	static Backlog of(String service, List<Metrics> processes) {
		return new Backlog(service, count(processes, "orderly_consumer_lag"),
				highest(processes, "orderly_message_age_seconds"), count(processes, "orderly_outbox_rows"),
				highest(processes, "orderly_outbox_age_seconds"), count(processes, "orderly_dead_letters"),
				count(processes, "orderly_outbox_dead_letters"));
	}

	/** What waits for a service of which no process is up: the broker knows that much. */
	static Backlog ofSilent(String service, RunState state) {
		return new Backlog(service, lag(service, state), null, null, null, null, null);
	}

	private static @Nullable Long lag(String group, RunState state) {
		try {
			return state.answering("kafka")
				.map((kafka) -> new Topics(URI.create(kafka).getAuthority()).lag(group))
				.orElse(null);
		}
		catch (LabException silent) {
			return null;
		}
	}

	/**
	 * {@return all messages that were given up}, as far as anybody can tell; none are
	 * none only where both sides tell
	 */
	@Nullable Long dead() {
		List<Long> known = Stream.of(this.deadLetters, this.outboxDeadLetters).filter(Objects::nonNull).toList();
		long sum = known.stream().mapToLong(Long::longValue).sum();
		return (sum > 0 || known.size() == 2) ? Long.valueOf(sum) : null;
	}

	/** Replicas share group and outbox: each counts them all. */
	private static @Nullable Double highest(List<Metrics> processes, String name) {
		return processes.stream()
			.map((each) -> each.value(name))
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder())
			.orElse(null);
	}

	private static @Nullable Long count(List<Metrics> processes, String name) {
		Double highest = highest(processes, name);
		return (highest != null) ? Long.valueOf(Math.round(highest)) : null;
	}

}
