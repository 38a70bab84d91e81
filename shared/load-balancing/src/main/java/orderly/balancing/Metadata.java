package orderly.balancing;

import java.util.Optional;

import org.springframework.cloud.client.ServiceInstance;

/**
 * What an instance tells the registry about itself.
 */
final class Metadata {

	private Metadata() {
	}

	static Optional<String> of(ServiceInstance instance, String key) {
		return Optional.ofNullable(instance.getMetadata()).map((all) -> all.get(key));
	}

}
