package orderly.gateway;

import java.util.List;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.stereotype.Component;

/**
 * Ready means that a request would find an instance of every service: each is asked for
 * as a route asks for it, of the load balancer, caches included.
 */
@Component
class Partners implements HealthIndicator {

	private final LoadBalancerClient instances;

	private final List<String> partners;

	Partners(LoadBalancerClient instances, GatewaySettings settings) {
		this.instances = instances;
		this.partners = settings.partners();
	}

	@Override
	public Health health() {
		List<String> missing = this.partners.stream()
			.filter((partner) -> this.instances.choose(partner) == null)
			.toList();
		return missing.isEmpty() ? Health.up().build() : Health.outOfService().withDetail("missing", missing).build();
	}

}
