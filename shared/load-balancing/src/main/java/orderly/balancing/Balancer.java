package orderly.balancing;

import java.util.List;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultResponse;
import org.springframework.cloud.client.loadbalancer.EmptyResponse;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.loadbalancer.core.ReactorServiceInstanceLoadBalancer;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;

/**
 * Chooses an instance of one service: of those that can serve the request, not one that
 * was already tried or has just failed, unless no other is left; and of these the one
 * that the way of choosing prefers.
 */
class Balancer implements ReactorServiceInstanceLoadBalancer {

	private final Supplier<ServiceInstanceListSupplier> instances;

	private final CalledInstances called;

	private final Supplier<Choice> choice;

	Balancer(Supplier<ServiceInstanceListSupplier> instances, CalledInstances called, Supplier<Choice> choice) {
		this.instances = instances;
		this.called = called;
		this.choice = choice;
	}

	// tag::choose[]
	/** The attempts are read here: what is mapped may run on another thread. */
	@Override
	@SuppressWarnings("rawtypes") // as the interface has it
	public Mono<Response<ServiceInstance>> choose(Request request) {
		Attempts attempts = Attempts.current();
		return this.instances.get().get(request).next().map((all) -> response(all, attempts));
	}

	private Response<ServiceInstance> response(List<ServiceInstance> all, Attempts attempts) {
		if (all.isEmpty()) {
			return new EmptyResponse();
		}
		ServiceInstance chosen = this.choice.get().among(this.called.trustedOf(attempts.untriedOf(all)));
		attempts.chose(chosen);
		return new DefaultResponse(chosen);
	}
	// end::choose[]

}
