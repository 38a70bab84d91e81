package orderly.balancing;

import java.util.List;

import org.springframework.cloud.client.ServiceInstance;

/**
 * A way of choosing an instance.
 */
@FunctionalInterface
interface Choice {

	/**
	 * Chooses.
	 * @param instances at least one
	 * @return one of them
	 */
	ServiceInstance among(List<ServiceInstance> instances);

}
