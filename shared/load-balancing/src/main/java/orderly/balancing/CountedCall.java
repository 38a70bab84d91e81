package orderly.balancing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import orderly.chassis.CallTimeout;

/**
 * One call in flight. It ends once, however often that is said. A caller in a hurry,
 * whose own time is up before the instance had its usual one, says nothing about the
 * instance.
 */
class CountedCall {

	/** Each hop rounds what is left down to a millisecond, and so ends a little early. */
	private static final Duration ROUNDED = Duration.ofMillis(5);

	private final CalledInstance instance;

	private final Optional<Instant> cutShortAt = CallTimeout.cutShortAt();

	private final AtomicBoolean good = new AtomicBoolean(true);

	private final AtomicBoolean ended = new AtomicBoolean();

	CountedCall(CalledInstance instance) {
		this.instance = instance;
	}

	void fail() {
		if (!this.ended.get() && this.good.getAndSet(false) && !isCutShort()) {
			this.instance.failed();
		}
	}

	/** Our own change of mind speaks neither against the instance nor for it. */
	void abandon() {
		this.good.set(false);
	}

	void end() {
		if (this.ended.compareAndSet(false, true)) {
			this.instance.ended(this.good.get());
		}
	}

	private boolean isCutShort() {
		Instant soon = Instant.now().plus(ROUNDED);
		return this.cutShortAt.filter((end) -> !end.isAfter(soon)).isPresent();
	}

}
