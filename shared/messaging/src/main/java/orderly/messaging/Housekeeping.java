package orderly.messaging;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import orderly.messaging.Outbox.Backlog;
import orderly.messaging.transport.Transport;
import org.jspecify.annotations.Nullable;
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
	private static final int THREADS = 3;

	/** Not a number before anything was measured. */
	private volatile @Nullable Backlog backlog;

	private volatile double lag = Double.NaN;

	private volatile double deadLetters = Double.NaN;

	private @Nullable ScheduledExecutorService timer;

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
		Gauge.builder("orderly.outbox.rows", () -> measured(Backlog::rows))
			.description("Messages that are committed and not yet acknowledged by the broker")
			.register(meters);
		Gauge.builder("orderly.outbox.age", () -> measured(Backlog::ageSeconds))
			.description("How long the oldest of them has waited")
			.baseUnit("seconds")
			.register(meters);
		Gauge.builder("orderly.outbox.dead.letters", () -> measured(Backlog::dead))
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

	private double measured(ToDoubleFunction<Backlog> number) {
		Backlog now = this.backlog;
		return (now != null) ? number.applyAsDouble(now) : Double.NaN;
	}

	@Override
	public void start() {
		ScheduledExecutorService started = Executors.newScheduledThreadPool(THREADS,
				Thread.ofPlatform().daemon().name("messaging-housekeeping").factory());
		every(started, 1, () -> this.backlog = this.outbox.backlog());
		every(started, 1, () -> this.lag = lagOrUnknown());
		every(started, 5, () -> this.deadLetters = this.transport.deadLetters(this.group));
		every(started, 3600, this.inbox::forgetOld);
		this.timer = started;
	}

	private static void every(ScheduledExecutorService timer, int seconds, Runnable work) {
		timer.scheduleWithFixedDelay(() -> attempt(work), 0, seconds, TimeUnit.SECONDS);
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
		if (this.timer != null) {
			this.timer.shutdownNow();
			this.timer = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.timer != null;
	}

}
