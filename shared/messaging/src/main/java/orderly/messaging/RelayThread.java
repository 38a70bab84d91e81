package orderly.messaging;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Keeps a relay at work: at once when its own process commits a message, and every so
 * often for what other instances left.
 */
class RelayThread implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(RelayThread.class);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

	private final Semaphore woken = new Semaphore(0);

	private final Thread thread = Thread.ofPlatform().daemon().name("outbox-relay").unstarted(this::run);

	private final Relay relay;

	private final Duration poll;

	private volatile boolean running;

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
			this.relay.retire();
		}
		catch (InterruptedException | RuntimeException abrupt) {
			log.warn("The relay ends without giving its buckets back; its leases will run out", abrupt);
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
		this.thread.start();
	}

	@Override
	public void stop() {
		this.running = false;
		wake();
		try {
			if (!this.thread.join(LONGEST_STOP)) {
				this.thread.interrupt(); // it waits for the broker
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
