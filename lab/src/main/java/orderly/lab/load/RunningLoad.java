package orderly.lab.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

import orderly.lab.LabException;
import orderly.lab.client.Answer;

/** A load under way; its clock begins with the first call. */
public final class RunningLoad {

	// half of the connections that the gateway takes: others get in beside a load. A
	// call that waits for its turn still counts from its scheduled start
	private static final int MOST_UNDER_WAY = 500;

	private final Semaphore underWay = new Semaphore(MOST_UNDER_WAY);

	private final Call call;

	private final long interval;

	private final int count;

	private final List<Future<Sample>> samples = new ArrayList<>();

	private final long start = System.nanoTime();

	private final Thread schedule;

	private volatile boolean stopped;

	RunningLoad(Call call, int count, long interval) {
		this.call = call;
		this.interval = interval;
		this.count = count;
		this.schedule = Thread.ofPlatform().daemon().name("load").start(this::makeAll);
	}

	/** How long it runs already: the time of a sample that would begin now. */
	public Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.start);
	}

	/** Waits until this much time has passed since its first call. */
	public void awaitElapsed(Duration moment) {
		try {
			Thread.sleep(moment.minus(elapsed()));
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	/** Waits until every call is answered, or given up. */
	public Samples await() {
		try {
			this.schedule.join();
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
		return new Samples(this.samples.stream().map(RunningLoad::made).toList());
	}

	/** Makes no further calls, and waits for those under way. */
	public Samples stop() {
		this.stopped = true;
		return await();
	}

	private void makeAll() {
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < this.count && !this.stopped; i++) {
				long scheduled = i * this.interval;
				awaitTurn(this.start + scheduled);
				this.samples.add(callers.submit(() -> makeOne(scheduled)));
			}
		}
	}

	private Sample makeOne(long scheduled) {
		this.underWay.acquireUninterruptibly();
		try {
			Answer answer = this.call.make();
			long latency = System.nanoTime() - this.start - scheduled;
			return new Sample(Duration.ofNanos(scheduled), Duration.ofNanos(latency), answer);
		}
		finally {
			this.underWay.release();
		}
	}

	private static LabException interrupted(InterruptedException ex) {
		Thread.currentThread().interrupt();
		return new LabException("The load was interrupted.", ex);
	}

	private static Sample made(Future<Sample> sample) {
		try {
			return sample.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException("A call broke off by itself.", ex);
		}
	}

	private static void awaitTurn(long moment) {
		long left = moment - System.nanoTime();
		while (left > 0) {
			LockSupport.parkNanos(left);
			left = moment - System.nanoTime();
		}
	}

}
