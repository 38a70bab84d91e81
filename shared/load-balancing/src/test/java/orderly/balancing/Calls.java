package orderly.balancing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.awaitility.Awaitility;

/**
 * Calls without a pause until it is closed, and keeps who answered and what failed.
 */
class Calls implements AutoCloseable {

	private final List<String> answers = new ArrayList<>();

	private final List<Exception> failures = new CopyOnWriteArrayList<>();

	private final Thread thread;

	private volatile boolean closed;

	Calls(Supplier<String> call) {
		this.thread = Thread.ofPlatform().start(() -> {
			while (!this.closed) {
				make(call);
			}
		});
	}

	private void make(Supplier<String> call) {
		try {
			String answer = call.get();
			synchronized (this.answers) {
				this.answers.add(answer);
			}
		}
		catch (RuntimeException ex) {
			this.failures.add(ex);
		}
	}

	/** The answers since this was last asked. */
	List<String> news() {
		synchronized (this.answers) {
			List<String> news = List.copyOf(this.answers);
			this.answers.clear();
			return news;
		}
	}

	List<Exception> failures() {
		return this.failures;
	}

	@Override
	public void close() {
		this.closed = true;
		Awaitility.await().until(() -> !this.thread.isAlive());
	}

}
