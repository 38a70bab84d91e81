package orderly.balancing;

import java.util.List;
import java.util.random.RandomGenerator;

import org.springframework.cloud.client.ServiceInstance;

/**
 * The less loaded one of two drawn at random: M. Mitzenmacher, <i>The Power of Two
 * Choices in Randomized Load Balancing</i> (1996). The least loaded of all would be the
 * same one for all callers, who would then meet there.
 */
class LeastLoaded implements Choice {

	private final CalledInstances called;

	private final RandomGenerator random;

	LeastLoaded(CalledInstances called, RandomGenerator random) {
		this.called = called;
		this.random = random;
	}

	// tag::two-choices[]
	@Override
	public ServiceInstance among(List<ServiceInstance> instances) {
		ServiceInstance one = instances.get(this.random.nextInt(instances.size()));
		List<ServiceInstance> others = instances.stream().filter((instance) -> instance != one).toList();
		if (others.isEmpty()) {
			return one;
		}
		ServiceInstance other = others.get(this.random.nextInt(others.size()));
		return (load(one) <= load(other)) ? one : other;
	}

	private int load(ServiceInstance instance) {
		return this.called.at(instance).inFlight();
	}
	// end::two-choices[]

}
