package orderly.balancing;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.cloud.client.ServiceInstance;

/**
 * All instances that this process calls through a balancer.
 */
class CalledInstances {

	private final ConcurrentMap<Address, CalledInstance> known = new ConcurrentHashMap<>();

	private final BalancingSettings settings;

	private final InstantSource clock;

	private final MeterRegistry registry;

	CalledInstances(BalancingSettings settings, InstantSource clock, MeterRegistry registry) {
		this.settings = settings;
		this.clock = clock;
		this.registry = registry;
	}

	CalledInstance at(ServiceInstance instance) {
		return this.known.computeIfAbsent(Address.of(instance),
				(_) -> new CalledInstance(InstanceName.of(instance), this.settings, this.clock, this.registry));
	}

	/** Empty for what no balancer has chosen, as the registry or a provider outside. */
	Optional<CalledInstance> at(URI uri) {
		return Optional.ofNullable(this.known.get(Address.of(uri)));
	}

	/** The instances that have not just failed, or all of them when none is left. */
	List<ServiceInstance> trustedOf(List<ServiceInstance> instances) {
		List<ServiceInstance> trusted = instances.stream().filter((instance) -> at(instance).isTrusted()).toList();
		return trusted.isEmpty() ? instances : trusted;
	}

	/**
	 * Forgets those of a partner that have left. One that returns at this moment waits
	 * for it: its meters bear the same names.
	 */
	void keepOnly(String partner, List<ServiceInstance> present) {
		Set<Address> addresses = present.stream().map(Address::of).collect(Collectors.toSet());
		this.known.forEach((address, instance) -> {
			if (instance.isOf(partner) && !addresses.contains(address)) {
				forget(address);
			}
		});
	}

	private void forget(Address address) {
		this.known.computeIfPresent(address, (_, instance) -> {
			instance.forget();
			return null;
		});
	}

}
