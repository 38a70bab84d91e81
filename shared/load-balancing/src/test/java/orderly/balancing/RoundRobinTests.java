package orderly.balancing;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.cloud.client.ServiceInstance;

import static org.assertj.core.api.Assertions.assertThat;

class RoundRobinTests {

	@Test
	void takesEachInTurn() {
		List<ServiceInstance> three = Bench.instances(3);
		Choice choice = new RoundRobin();
		assertThat(Stream.generate(() -> choice.among(three)).limit(6)).containsExactly(three.get(0), three.get(1),
				three.get(2), three.get(0), three.get(1), three.get(2));
	}

}
