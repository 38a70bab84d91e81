package orderly.balancing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.cloud.client.ServiceInstance;

/**
 * Each in turn, the slow one as often as the others.
 */
class RoundRobin implements Choice {

	private final AtomicInteger turn = new AtomicInteger();

	@Override
	public ServiceInstance among(List<ServiceInstance> instances) {
		return instances.get(Math.floorMod(this.turn.getAndIncrement(), instances.size()));
	}

}
