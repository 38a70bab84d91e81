package orderly.gateway;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.stereotype.Component;

/**
 * Ready means that a request would find an instance of every service: each is asked for
 * as a route asks for it, of the load balancer, caches included. The start waits for all
 * of them, but not for ever; whoever is missing after that, or goes later, is no reason
 * to refuse what the others can answer.
 */
@Component
class Partners implements HealthIndicator {

	private static final Status DEGRADED = new Status("DEGRADED");

	private final LoadBalancerClient instances;

	private final List<String> partners;

	private final Duration patience;

	private final long start = System.nanoTime();

	private volatile boolean ready;

	Partners(LoadBalancerClient instances, GatewaySettings settings) {
		this.instances = instances;
		this.partners = settings.partners();
		this.patience = settings.patience();
	}

	@Override
	public Health health() {
		List<String> missing = this.partners.stream()
			.filter((partner) -> this.instances.choose(partner) == null)
			.toList();
		this.ready |= missing.isEmpty() || (missing.size() < this.partners.size() && isOutOfPatience());
		return missing.isEmpty() ? Health.up().build()
				: Health.status(this.ready ? DEGRADED : Status.OUT_OF_SERVICE).withDetail("missing", missing).build();
	}

	private boolean isOutOfPatience() {
		return System.nanoTime() - this.start > this.patience.toNanos();
	}

}
