package orderly.order.calls;

import java.util.Objects;
import java.util.function.Supplier;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import orderly.chassis.Deadline;
import org.jspecify.annotations.Nullable;

import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.client.circuitbreaker.CircuitBreaker;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Does not call a partner that has just failed, or dawdled, too often: the caller does
 * not wait in vain, and the partner can recover. The pattern is Michael Nygard's
 * ("Release It!", 2007).
 */
class Breaker implements CallPolicy {

	private final CircuitBreaker breaker;

	Breaker(Resilience4JCircuitBreakerFactory breakers, String partner, BreakerSettings settings) {
		CircuitBreakerConfig config = config(settings);
		breakers.configure((builder) -> builder.circuitBreakerConfig(config), partner);
		// now, and not at the first call: its state can be seen from the start
		breakers.getCircuitBreakerRegistry().circuitBreaker(partner, config);
		this.breaker = breakers.create(partner);
	}

	// tag::breaker[]
	@Override
	public <T> Supplier<T> of(Supplier<T> call) {
		return () -> this.breaker.run(call, Breaker::rethrow);
	}

	private static CircuitBreakerConfig config(BreakerSettings settings) {
		return CircuitBreakerConfig.custom()
			.slidingWindowSize(settings.lastCalls())
			.minimumNumberOfCalls(settings.fewestCalls())
			.failureRateThreshold(settings.failures())
			.slowCallDurationThreshold(settings.slowAfter())
			.slowCallRateThreshold(settings.slow())
			.waitDurationInOpenState(settings.pause())
			.permittedNumberOfCallsInHalfOpenState(settings.probes())
			.ignoreException((_) -> isOurOwnDeadline())
			// a refusal (4xx) is an answer: the partner is well
			.recordException((failure) -> !(failure instanceof HttpClientErrorException))
			// there may be thousands of refusals a second, all alike
			.writableStackTraceEnabled(false)
			.build();
	}

	/** Whoever has no time left learns nothing about the partner. */
	private static boolean isOurOwnDeadline() {
		return Deadline.left().filter((left) -> left.toMillis() <= 0).isPresent();
	}
	// end::breaker[]

	/** A failure stays what it is, for the retry to judge. */
	private static <T> T rethrow(@Nullable Throwable failure) {
		if (failure instanceof Error error) {
			throw error;
		}
		throw (RuntimeException) Objects.requireNonNull(failure);
	}

}
