package orderly.order.calls;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.core.registry.EntryAddedEvent;
import io.github.resilience4j.core.registry.EntryRemovedEvent;
import io.github.resilience4j.core.registry.EntryReplacedEvent;
import io.github.resilience4j.core.registry.RegistryEventConsumer;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Tells of every change of a breaker's state, in order (log), and how many there were
 * (metric). The state of now is a metric of Resilience4j's.
 */
@Component
class BreakerTransitions implements RegistryEventConsumer<CircuitBreaker> {

	private static final Logger logger = LoggerFactory.getLogger(BreakerTransitions.class);

	private final MeterRegistry meters;

	BreakerTransitions(MeterRegistry meters) {
		this.meters = meters;
	}

	@Override
	public void onEntryAddedEvent(EntryAddedEvent<CircuitBreaker> added) {
		CircuitBreaker breaker = added.getAddedEntry();
		breaker.getEventPublisher().onStateTransition((change) -> tell(breaker.getName(), change.getStateTransition()));
	}

	private void tell(String partner, StateTransition change) {
		String from = change.getFromState().name();
		String to = change.getToState().name();
		logger.warn("Breaker {}: {} -> {}", partner, from, to);
		this.meters.counter("orderly.breaker.transitions", "partner", partner, "from", from, "to", to).increment();
	}

	@Override
	public void onEntryRemovedEvent(EntryRemovedEvent<CircuitBreaker> removed) {
	}

	@Override
	public void onEntryReplacedEvent(EntryReplacedEvent<CircuitBreaker> replaced) {
	}

}
