package orderly.order.calls;

import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import orderly.chassis.Policies;

import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.stereotype.Component;

/**
 * Policies that ask at each call whether they are switched on.
 */
@Component
class SwitchedCallPolicies implements CallPolicies {

	private final Policies policies;

	private final MeterRegistry meters;

	private final Resilience4JCircuitBreakerFactory breakers;

	SwitchedCallPolicies(Policies policies, MeterRegistry meters, Resilience4JCircuitBreakerFactory breakers) {
		this.policies = policies;
		this.meters = meters;
		this.breakers = breakers;
	}

	@Override
	public CallPolicy retry(String partner, RetrySettings settings) {
		return switched("retry", new Retry(settings, this.meters.counter("orderly.calls.retries", "partner", partner)));
	}

	@Override
	public CallPolicy breaker(String partner, BreakerSettings settings) {
		return switched("circuit-breaker", new Breaker(this.breakers, partner, settings));
	}

	private CallPolicy switched(String name, CallPolicy policy) {
		return new Switched(this.policies.choose(name, policy, CallPolicy.NONE));
	}

	private record Switched(Supplier<CallPolicy> current) implements CallPolicy {

		@Override
		public <T> Supplier<T> of(Supplier<T> call) {
			return this.current.get().of(call);
		}

	}

}
