package orderly.order;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import orderly.order.inventory.Availability;
import orderly.order.inventory.Inventory;
import orderly.order.inventory.Item;
import orderly.order.payment.Bill;
import orderly.order.payment.Charge;
import orderly.order.payment.Payment;
import orderly.test.RealBacking;
import orderly.test.upstream.Behaviour;
import orderly.test.upstream.Upstream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/**
 * Three instances of a partner, of which one or all are bad. None is passed over for
 * having failed: that each is asked once is the doing of the retry.
 */
@RealBacking(database = "orders")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.http.serviceclient.inventory-service.base-url=lb://inventory-service",
				"spring.http.serviceclient.payment-service.base-url=lb://payment-service",
				// more than a first call takes on a busy machine, as in RunningService
				"orderly.order.inventory.availability-timeout=800ms", "orderly.load-balancing.pass-over=1ms",
				"orderly.load-balancing.pass-over-at-most=1ms" })
class RepeatedElsewhereTests {

	// chosen at random, three attempts meet three instances in two calls of nine
	private static final int CALLS = 8;

	private static final List<Upstream> INSTANCES = Stream.generate(Upstream::new).limit(3).toList();

	private static final Behaviour WELL = Behaviour.answers(200,
			"{\"items\": [{\"sku\": \"TEA-001\", \"available\": 100}]}");

	private static final Upstream CHARGES = new Upstream().that(Behaviour.answers(200, "{\"state\": \"CAPTURED\"}"));

	@Autowired
	private Inventory inventory;

	@Autowired
	private CircuitBreakerRegistry breakers;

	@DynamicPropertySource
	static void register(DynamicPropertyRegistry properties) {
		for (int i = 0; i < INSTANCES.size(); i++) {
			URI uri = INSTANCES.get(i).uri();
			properties.add("spring.cloud.discovery.client.simple.instances.inventory-service[%d].uri".formatted(i),
					() -> uri);
		}
		String charges = "spring.cloud.discovery.client.simple.instances.payment-service[%d].uri";
		properties.add(charges.formatted(0), CHARGES::uri);
		URI gone = portThatNobodyListensOn();
		properties.add(charges.formatted(1), () -> gone);
	}

	private static URI portThatNobodyListensOn() {
		try (Upstream left = new Upstream()) {
			return left.uri();
		}
	}

	@BeforeEach
	void allIsWell() {
		INSTANCES.forEach((instance) -> instance.that(WELL));
	}

	@Test
	void eachAttemptGoesToAnotherInstance() {
		INSTANCES.forEach((instance) -> instance.that(Behaviour.RESETS));
		IntStream.range(0, CALLS).forEach((_) -> {
			assertThat(ask()).isEqualTo(new Availability.Unknown());
		});
		assertThat(INSTANCES).extracting((instance) -> instance.arrivals().size()).containsOnly(CALLS);
	}

	static Stream<Arguments> bad() {
		return Stream.of(argumentSet("resets", Behaviour.RESETS), argumentSet("hangs up", Behaviour.HANGS_UP),
				argumentSet("talks nonsense", Behaviour.TALKS_NONSENSE),
				argumentSet("flaps", Behaviour.byTurns(Behaviour.answers(503), WELL)));
	}

	@ParameterizedTest
	@MethodSource("bad")
	void noQuestionFailsForOneBadInstance(Behaviour behaviour) {
		INSTANCES.getFirst().that(behaviour);
		await().atMost(30, SECONDS).until(() -> {
			assertThat(ask()).isEqualTo(new Availability.Available());
			return INSTANCES.getFirst().arrivals().size() >= 8;
		});
	}

	@Test
	void noChargeFailsForAnInstanceThatIsNotThere(@Autowired Payment payment) {
		IntStream.range(0, CALLS).forEach((_) -> {
			forgetFailures();
			assertThat(payment.charge(UUID.randomUUID(), new Bill(2500, "EUR", "card-ok"), Duration.ofSeconds(4)))
				.isEqualTo(new Charge.Captured());
		});
	}

	@Test
	void aSlowInstanceIsAskedLess() {
		INSTANCES.getFirst().that(Behaviour.after(Duration.ofMillis(200), WELL));
		try (ExecutorService callers = Executors.newFixedThreadPool(10)) {
			IntStream.range(0, 300).forEach((_) -> callers.submit(this::ask));
		}
		assertThat(INSTANCES.getFirst().arrivals()).hasSizeBetween(1, 50);
		assertThat(INSTANCES).extracting((instance) -> instance.arrivals().size())
			.satisfies((shares) -> assertThat(shares.stream().mapToInt(Integer::intValue).sum())
				.isGreaterThanOrEqualTo(300));
	}

	/** The breaker has tests of its own. */
	private Availability ask() {
		forgetFailures();
		return this.inventory.availabilityOf(List.of(new Item("TEA-001", 1)));
	}

	private void forgetFailures() {
		this.breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
	}

}
