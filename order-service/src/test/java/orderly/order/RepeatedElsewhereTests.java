package orderly.order;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import orderly.order.inventory.Availability;
import orderly.order.inventory.Inventory;
import orderly.order.inventory.Item;
import orderly.test.RealBacking;
import orderly.test.upstream.Behaviour;
import orderly.test.upstream.Upstream;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three instances of a partner, none of them well. None is passed over for having failed:
 * that each is asked once is the doing of the retry.
 */
@RealBacking(database = "orders")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.http.serviceclient.inventory-service.base-url=lb://inventory-service",
				"orderly.load-balancing.pass-over=1ms", "orderly.load-balancing.pass-over-at-most=1ms" })
class RepeatedElsewhereTests {

	// chosen at random, three attempts meet three instances in two calls of nine
	private static final int CALLS = 8;

	private static final List<Upstream> INSTANCES = Stream.generate(Upstream::new).limit(3).toList();

	@DynamicPropertySource
	static void register(DynamicPropertyRegistry properties) {
		for (int i = 0; i < INSTANCES.size(); i++) {
			URI uri = INSTANCES.get(i).uri();
			properties.add("spring.cloud.discovery.client.simple.instances.inventory-service[%d].uri".formatted(i),
					() -> uri);
		}
	}

	@Test
	void eachAttemptGoesToAnotherInstance(@Autowired Inventory inventory, @Autowired CircuitBreakerRegistry breakers) {
		INSTANCES.forEach((instance) -> instance.that(Behaviour.RESETS));
		IntStream.range(0, CALLS).forEach((_) -> {
			breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
			assertThat(inventory.availabilityOf(List.of(new Item("TEA-001", 1)))).isEqualTo(new Availability.Unknown());
		});
		assertThat(INSTANCES).extracting((instance) -> instance.arrivals().size()).containsOnly(CALLS);
	}

}
