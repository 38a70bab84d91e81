package orderly.balancing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultRequest;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;

/**
 * A balancer without a process around it, and a clock that a test moves.
 */
class Bench {

	static final BalancingSettings SETTINGS = new BalancingSettings(Duration.ofSeconds(2), Duration.ofSeconds(8));

	final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	Instant now = Instant.EPOCH;

	final CalledInstances called = new CalledInstances(SETTINGS, () -> this.now, this.meters);

	/** So many instances of one partner, numbered from 1. */
	static List<ServiceInstance> instances(int count) {
		return IntStream.rangeClosed(1, count).mapToObj((number) -> instance("tea", number, Map.of())).toList();
	}

	static ServiceInstance instance(String partner, int number, Map<String, String> metadata) {
		return new DefaultServiceInstance(partner + number, partner, "127.0.0.1", 9000 + number, false, metadata);
	}

	Balancer balancer(List<ServiceInstance> instances, Choice choice) {
		return new Balancer(() -> supplierOf(instances), this.called, () -> choice);
	}

	static ServiceInstanceListSupplier supplierOf(List<ServiceInstance> instances) {
		return new ServiceInstanceListSupplier() {

			@Override
			public String getServiceId() {
				return "tea";
			}

			@Override
			public Flux<List<ServiceInstance>> get() {
				return Flux.just(instances);
			}

		};
	}

	static ServiceInstance choose(Balancer balancer) {
		Response<ServiceInstance> response = Mono.from(balancer.choose(new DefaultRequest<>())).block();
		return Objects.requireNonNull(Objects.requireNonNull(response).getServer());
	}

}
