package orderly.balancing;

import java.util.concurrent.ThreadLocalRandom;

import orderly.chassis.Policies;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.loadbalancer.core.ReactorLoadBalancer;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * The balancer of one partner. Each partner has a context of its own, below the
 * application's.
 */
class BalancerConfiguration {

	@Bean
	ServiceInstanceListSupplier instances(ConfigurableApplicationContext context, CalledInstances called) {
		return ServiceInstanceListSupplier.builder()
			.withBlockingDiscoveryClient()
			.with((_, registry) -> new KnownInstances(registry, called))
			.withCaching()
			.with((_, cached) -> new ServedVersions(cached))
			.build(context);
	}

	@Bean
	ReactorLoadBalancer<ServiceInstance> balancer(ObjectProvider<ServiceInstanceListSupplier> instances,
			CalledInstances called, Policies policies) {
		Choice leastLoaded = new LeastLoaded(called, () -> ThreadLocalRandom.current().nextLong());
		return new Balancer(instances::getObject, called,
				policies.choose("load-balancing", leastLoaded, new RoundRobin()));
	}

}
