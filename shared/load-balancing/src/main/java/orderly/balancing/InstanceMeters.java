package orderly.balancing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * The numbers of one called instance. They go when it goes.
 */
class InstanceMeters {

	private final MeterRegistry registry;

	private final Gauge inFlight;

	private final Counter calls;

	private final Counter ejections;

	InstanceMeters(MeterRegistry registry, Tags instance, AtomicInteger inFlight) {
		this.registry = registry;
		this.inFlight = Gauge.builder("orderly.balancing.in-flight", inFlight, AtomicInteger::get)
			.description("Calls whose answer is not read to its end")
			.tags(instance)
			.register(registry);
		this.calls = Counter.builder("orderly.balancing.calls").tags(instance).register(registry);
		this.ejections = Counter.builder("orderly.balancing.ejections")
			.description("How often the instance failed and was passed over for a while")
			.tags(instance)
			.register(registry);
	}

	void called() {
		this.calls.increment();
	}

	void ejected() {
		this.ejections.increment();
	}

	void remove() {
		List.<Meter>of(this.inFlight, this.calls, this.ejections).forEach(this.registry::remove);
	}

}
