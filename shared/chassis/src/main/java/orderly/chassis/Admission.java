package orderly.chassis;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * A virtual thread for each request, and only so many of them at work: the others wait in
 * the order in which they came, before anything is allocated for them. Without it nothing
 * bounds a server on virtual threads, and a partner that hangs fills its heap. (Nygard,
 * <em>Release It!</em>: bulkheads.)
 */
class Admission implements Executor {

	private final Semaphore places;

	private final Thread.Builder threads = Thread.ofVirtual().name("http-", 0);

	Admission(int atOnce) {
		this.places = new Semaphore(atOnce, true);
	}

	@Override
	public void execute(Runnable request) {
		this.threads.start(() -> admit(request));
	}

	private void admit(Runnable request) {
		this.places.acquireUninterruptibly();
		try {
			request.run();
		}
		finally {
			this.places.release();
		}
	}

}
