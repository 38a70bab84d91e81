package orderly.balancing;

import java.util.Locale;

import io.micrometer.core.instrument.Tags;

import org.springframework.cloud.client.ServiceInstance;

/**
 * An instance as people know it.
 *
 * @param partner the service, in lower case: Eureka tells it in upper case
 * @param instance its number within the service, which it tells the registry; its address
 * where it does not
 */
record InstanceName(String partner, String instance) {

	static InstanceName of(ServiceInstance instance) {
		return new InstanceName(instance.getServiceId().toLowerCase(Locale.ROOT),
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
