package orderly.balancing;

import io.micrometer.core.instrument.Tags;

import org.springframework.cloud.client.ServiceInstance;

/**
 * An instance as people know it.
 *
 * @param partner the service
 * @param instance its number within the service, which it tells the registry; its address
 * where it does not
 */
record InstanceName(String partner, String instance) {

	static InstanceName of(ServiceInstance instance) {
		return new InstanceName(instance.getServiceId(),
				Metadata.of(instance, "instance").orElseGet(() -> Address.of(instance).toString()));
	}

	Tags tags() {
		return Tags.of("partner", this.partner, "instance", this.instance);
	}

	@Override
	public String toString() {
		return this.partner + "#" + this.instance;
	}

}
