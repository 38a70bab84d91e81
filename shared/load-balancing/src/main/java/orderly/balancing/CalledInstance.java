package orderly.balancing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this process knows of one instance from its own calls.
 */
class CalledInstance {

	private static final Logger logger = LoggerFactory.getLogger(CalledInstance.class);

	private final AtomicInteger inFlight = new AtomicInteger();

	private final AtomicReference<Standing> standing = new AtomicReference<>(Standing.GOOD);

	private final InstanceName name;

	private final BalancingSettings settings;

	private final InstantSource clock;

	private final InstanceMeters meters;

	CalledInstance(InstanceName name, BalancingSettings settings, InstantSource clock, MeterRegistry registry) {
		this.name = name;
		this.settings = settings;
		this.clock = clock;
		this.meters = new InstanceMeters(registry, name.tags(), this.inFlight);
	}

	boolean isOf(String partner) {
		return this.name.partner().equalsIgnoreCase(partner);
	}

	int inFlight() {
		return this.inFlight.get();
	}

	boolean isTrusted() {
		return this.standing.get().isTrusted(this.clock.instant());
	}

	/** A call begins. */
	CountedCall call() {
		this.inFlight.incrementAndGet();
		this.meters.called();
		return new CountedCall(this);
	}

	void failed() {
		Instant now = this.clock.instant();
		Standing before = this.standing.getAndUpdate((current) -> current.afterFailure(now, this.settings));
		if (before.isTrusted(now)) {
			this.meters.ejected();
			logger.warn("{} failed and is passed over for {} ms", this.name,
					this.settings.passOver(before.failures()).toMillis());
		}
	}

	void ended(boolean well) {
		this.inFlight.decrementAndGet();
		if (well) {
			Instant now = this.clock.instant();
			this.standing.updateAndGet((current) -> current.afterSuccess(now));
		}
	}

	/** It has left. Its calls in flight may still end. */
	void forget() {
		this.meters.remove();
	}

}
