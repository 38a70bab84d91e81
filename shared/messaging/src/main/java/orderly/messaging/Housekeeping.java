package orderly.messaging;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import orderly.messaging.Outbox.Backlog;
import orderly.messaging.transport.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Measures the backlogs and the dead letters every second or so, and forgets old inbox
 * entries. Reading a gauge asks nobody: it waits for no database or broker that is away,
 * and a storm of readers costs nothing.
 */
class Housekeeping implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

	/** One for each partner's pace: the outbox is measured while the broker is away. */
	private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(3,
			Thread.ofPlatform().daemon().name("messaging-housekeeping").factory());

	private volatile Backlog backlog = new Backlog(0, 0, 0);

	private volatile double lag = Double.NaN;

	private volatile long deadLetters;

	private volatile boolean running;

	private final String group;

	private final Outbox outbox;

	private final InboxTable inbox;

	private final Subscriber subscriber;

	private final Transport transport;

	Housekeeping(String group, Outbox outbox, InboxTable inbox, Subscriber subscriber, Transport transport,
			MeterRegistry meters) {
		this.group = group;
		this.outbox = outbox;
		this.inbox = inbox;
		this.subscriber = subscriber;
		this.transport = transport;
		Gauge.builder("orderly.outbox.rows", () -> this.backlog.rows())
			.description("Messages that are committed and not yet acknowledged by the broker")
			.register(meters);
		Gauge.builder("orderly.outbox.age", () -> this.backlog.ageSeconds())
			.description("How long the oldest of them has waited")
			.baseUnit("seconds")
			.register(meters);
		Gauge.builder("orderly.outbox.dead.letters", () -> this.backlog.dead())
			.description("Messages that the broker refused for good")
			.register(meters);
		Gauge.builder("orderly.consumer.lag", () -> this.lag)
			.tag("group", group)
			.description("Messages that this group has not handled; not a number while the broker does not tell")
			.register(meters);
		Gauge.builder("orderly.dead.letters", () -> this.deadLetters)
			.tag("group", group)
			.description("Messages that this group gave up")
			.register(meters);
	}

	@Override
	public void start() {
		this.running = true; // Spring starts nobody who says that he runs
		every(1, () -> this.backlog = this.outbox.backlog());
		every(1, () -> this.lag = lagOrUnknown());
		every(5, () -> this.deadLetters = this.transport.deadLetters(this.group));
		every(3600, this.inbox::forgetOld);
	}

	private void every(int seconds, Runnable work) {
		this.timer.scheduleWithFixedDelay(() -> attempt(work), 0, seconds, TimeUnit.SECONDS);
	}

	private static void attempt(Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException failure) {
			log.debug("Measured or cleaned nothing this time", failure);
		}
	}

	/** What grows unseen while the broker is away is not shown as it was. */
	private double lagOrUnknown() {
		try {
			return this.subscriber.lag();
		}
		catch (RuntimeException away) {
			return Double.NaN;
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.timer.shutdownNow();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
