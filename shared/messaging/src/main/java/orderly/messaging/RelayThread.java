package orderly.messaging;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Keeps a relay at work: at once when its own process commits a message, and every so
 * often for what other instances left.
 */
class RelayThread implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(RelayThread.class);

	private static final Duration PATIENCE_FOR_BROKER = Duration.ofSeconds(4);

	private static final Duration PATIENCE_FOR_DATABASE = Duration.ofSeconds(2);

	private final Semaphore woken = new Semaphore(0);

	private final Relay relay;

	private final Duration poll;

	private volatile boolean running;

	private @Nullable Thread thread;

	RelayThread(Relay relay, Duration poll) {
		this.relay = relay;
		this.poll = poll;
	}

	void wake() {
		this.woken.release();
	}

	private void run() {
		try {
			while (this.running) {
				if (!relayed()) {
					this.woken.tryAcquire(this.poll.toMillis(), TimeUnit.MILLISECONDS);
					this.woken.drainPermits();
				}
			}
		}
		catch (InterruptedException stopped) {
			log.info("The relay stops waiting for the broker; what it was sending stays in the outbox");
		}
		retire();
	}

	private void retire() {
		try {
			this.relay.retire();
		}
		catch (RuntimeException failure) {
			log.warn("The relay could not give its buckets back; its leases will run out", failure);
		}
	}

	private boolean relayed() throws InterruptedException {
		try {
			return this.relay.relayBatch();
		}
		catch (RuntimeException failure) {
			log.warn("The relay failed and will try again", failure);
			return false;
		}
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
	}

	@Override
	public void stop() {
		this.running = false;
		wake();
		if (this.thread != null) {
			end(this.thread);
		}
	}

	private static void end(Thread thread) {
		try {
			if (!thread.join(PATIENCE_FOR_BROKER)) {
				thread.interrupt();
				thread.join(PATIENCE_FOR_DATABASE);
			}
		}
		catch (InterruptedException ended) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Starts before and stops after whatever publishes: requests, messages, timers. */
	@Override
	public int getPhase() {
		return 0;
	}

}
