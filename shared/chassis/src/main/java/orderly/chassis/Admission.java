package orderly.chassis;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A virtual thread for each request, and only so many of them at work: the others wait in
 * the order in which they came, before anything is allocated for them. Without it nothing
 * bounds a server on virtual threads, and a partner that hangs fills its heap. (Nygard,
 * <em>Release It!</em>: bulkheads.)
 */
class Admission implements Executor {

	private static final ScopedValue<AtomicReference<Duration>> WAITED = ScopedValue.newInstance();

	private final Semaphore places;

	private final Thread.Builder threads = Thread.ofVirtual().name("http-", 0);

	Admission(int atOnce) {
		this.places = new Semaphore(atOnce, true);
	}

	/**
	 * How long this thread's request waited for its place. It is told once: the server
	 * may go on with the connection's next request, which did not wait.
	 */
	static Duration waited() {
		return WAITED.isBound() ? WAITED.get().getAndSet(Duration.ZERO) : Duration.ZERO;
	}

	@Override
	public void execute(Runnable request) {
		Instant came = Instant.now();
		this.threads.start(() -> admit(request, came));
	}

	private void admit(Runnable request, Instant came) {
		this.places.acquireUninterruptibly();
		try {
			Duration waited = Duration.between(came, Instant.now());
			ScopedValue.where(WAITED, new AtomicReference<>(waited)).run(request);
		}
		finally {
			this.places.release();
		}
	}

}
