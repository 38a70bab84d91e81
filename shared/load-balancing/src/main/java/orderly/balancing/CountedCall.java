package orderly.balancing;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One call in flight. It ends once, however often that is said.
 */
class CountedCall {

	private final CalledInstance instance;

	private final AtomicBoolean failed = new AtomicBoolean();

	private final AtomicBoolean ended = new AtomicBoolean();

	CountedCall(CalledInstance instance) {
		this.instance = instance;
	}

	void fail() {
		if (!this.ended.get() && this.failed.compareAndSet(false, true)) {
			this.instance.failed();
		}
	}

	void end() {
		if (this.ended.compareAndSet(false, true)) {
			this.instance.ended(!this.failed.get());
		}
	}

}
