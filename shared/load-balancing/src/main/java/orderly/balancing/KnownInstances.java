package orderly.balancing;

import java.util.List;

import reactor.core.publisher.Flux;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.loadbalancer.core.DelegatingServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;

/**
 * Hears, below the balancer's cache, which instances there are.
 */
class KnownInstances extends DelegatingServiceInstanceListSupplier {

	private final CalledInstances called;

	KnownInstances(ServiceInstanceListSupplier registry, CalledInstances called) {
		super(registry);
		this.called = called;
	}

	@Override
	public Flux<List<ServiceInstance>> get() {
		return getDelegate().get().doOnNext((present) -> this.called.keepOnly(getServiceId(), present));
	}

}
