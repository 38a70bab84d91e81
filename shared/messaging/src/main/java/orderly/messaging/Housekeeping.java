package orderly.messaging;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import orderly.messaging.Outbox.Backlog;
import orderly.messaging.transport.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Measures the backlog and the dead letters, and forgets old inbox entries. A gauge shows
 * the last value that could be measured, so that reading it never waits for a database or
 * broker that is away.
 */
class Housekeeping implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("messaging-housekeeping").factory());

	private final AtomicReference<Backlog> backlog = new AtomicReference<>(new Backlog(0, 0, 0));

	private final AtomicLong deadLetters = new AtomicLong();

	private final String group;

	private final Outbox outbox;

	private final Inbox inbox;

	private final Transport transport;

	Housekeeping(String group, Outbox outbox, Inbox inbox, Transport transport, MeterRegistry meters) {
		this.group = group;
		this.outbox = outbox;
		this.inbox = inbox;
		this.transport = transport;
		Gauge.builder("orderly.outbox.rows", () -> this.backlog.get().rows())
			.description("Messages that are committed and not yet acknowledged by the broker")
			.register(meters);
		Gauge.builder("orderly.outbox.age", () -> this.backlog.get().ageSeconds())
			.description("How long the oldest of them has waited")
			.baseUnit("seconds")
			.register(meters);
		Gauge.builder("orderly.outbox.dead.letters", () -> this.backlog.get().dead())
			.description("Messages that the broker refused for good")
			.register(meters);
		Gauge.builder("orderly.dead.letters", this.deadLetters::get)
			.tag("group", group)
			.description("Messages that this group gave up")
			.register(meters);
	}

	@Override
	public void start() {
		every(5, TimeUnit.SECONDS, () -> this.backlog.set(this.outbox.backlog()));
		every(5, TimeUnit.SECONDS, () -> this.deadLetters.set(this.transport.deadLetters(this.group)));
		every(1, TimeUnit.HOURS, this.inbox::forgetOld);
	}

	private void every(long pause, TimeUnit unit, Runnable work) {
		this.timer.scheduleWithFixedDelay(() -> attempt(work), 0, pause, unit);
	}

	private static void attempt(Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException failure) {
			log.debug("Measured or cleaned nothing this time", failure);
		}
	}

	@Override
	public void stop() {
		this.timer.shutdownNow();
	}

	@Override
	public boolean isRunning() {
		return !this.timer.isShutdown();
	}

}
