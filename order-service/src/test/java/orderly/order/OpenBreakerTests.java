package orderly.order;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import orderly.chassis.Deadline;
import orderly.order.inventory.Availability;
import orderly.order.inventory.Inventory;
import orderly.order.inventory.Item;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The breakers, most of it that of inventory-service, with the numbers of the application
 * and partners on real sockets.
 */
class OpenBreakerTests extends RunningService {

	private static final String STOCK = "GET /stock";

	@Autowired
	private Inventory inventoryClient;

	@AfterEach
	void breakerAgain() {
		policy("circuit-breaker", "on");
	}

	static List<Consumer<StubPartner>> outages() {
		return List.of(StubPartner::down, StubPartner::resets, (stub) -> stub.answers(STOCK, 500, "{}"),
				(stub) -> stub.answers(STOCK, 200, "<html>"), // a liar
				(stub) -> stub.answersAfter(Duration.ofSeconds(2), STOCK, 200, "{}"));
	}

	@ParameterizedTest
	@MethodSource("outages")
	void opensDuringAnOutageAndCallsNobody(Consumer<StubPartner> outage) {
		outage.accept(inventory);
		ask(10);
		assertThat(state()).isEqualTo(State.OPEN);
		int arrived = inventory.requests().size();
		assertThat(ask(100)).containsOnly(new Availability.Unknown());
		assertThat(inventory.requests()).hasSize(arrived);
	}

	/** Each question is answered, by the second attempt; half of the attempts fail. */
	@Test
	void opensWhenEverySecondCallFails() {
		inventory.flaps(STOCK, 503, 200, 503, 200, 503, 200, 503, 200, 503, 200);
		assertThat(ask(4)).containsOnly(new Availability.Available());
		assertThat(state()).isEqualTo(State.CLOSED);
		assertThat(ask(1)).containsOnly(new Availability.Available());
		assertThat(state()).isEqualTo(State.OPEN);
	}

	@Test
	void takesTheOrderAtOnceWhileItIsOpen() {
		this.breakers.circuitBreaker("inventory-service").transitionToOpenState();
		assertThat(post("/orders", ORDER).statusCode()).isEqualTo(202);
		assertThat(inventory.requests()).isEmpty();
	}

	@Test
	void cancelsASynchronousOrderAtOnceWhereNobodyCanCharge() {
		payment.resets();
		IntStream.range(0, 4).forEach((_) -> post("/orders", SYNC_ORDER));
		assertThat(this.breakers.circuitBreaker("payment-service").getState()).isEqualTo(State.OPEN);
		int arrived = payment.requests().size();
		assertThat(post("/orders", SYNC_ORDER).statusCode()).isEqualTo(409);
		assertThat(payment.requests()).hasSize(arrived);
	}

	@Test
	void findsOutByProbesThatThePartnerIsBack() {
		inventory.down();
		ask(10);
		assertThat(stateMetric("open")).isEqualTo("1.0");
		inventory.up();
		await().until(() -> ask(1).contains(new Availability.Available()));
		assertThat(stateMetric("half_open")).isEqualTo("1.0");
		ask(2);
		assertThat(stateMetric("closed")).isEqualTo("1.0");
		assertThat(metrics()).contains("orderly_breaker_transitions_total{from=\"HALF_OPEN\"");
	}

	@Test
	void staysClosedWhenThePartnerRefuses() {
		inventory.answers(STOCK, 404, "{}");
		ask(12);
		assertThat(state()).isEqualTo(State.CLOSED);
	}

	@Test
	void staysClosedWhenItIsUsWhoHaveNoTime() {
		inventory.answersAfter(Duration.ofMillis(200), STOCK, 200, "{}");
		IntStream.range(0, 12).forEach((_) -> Deadline.within(Duration.ofMillis(60), () -> ask(1)));
		assertThat(inventory.requests()).isNotEmpty();
		assertThat(state()).isEqualTo(State.CLOSED);
	}

	@Test
	void isNotAskedWhileItIsSwitchedOff() {
		policy("circuit-breaker", "off");
		inventory.answers(STOCK, 500, "{}");
		ask(30);
		assertThat(inventory.requests()).hasSize(30);
	}

	private List<Availability> ask(int times) {
		List<Item> items = List.of(new Item("TEA-001", 2));
		return IntStream.range(0, times).mapToObj((_) -> this.inventoryClient.availabilityOf(items)).toList();
	}

	private State state() {
		return this.breakers.circuitBreaker("inventory-service").getState();
	}

	/** As an experiment reads it. */
	private String stateMetric(String state) {
		return metrics().lines()
			.filter((line) -> line.startsWith("resilience4j_circuitbreaker_state{"))
			.filter((line) -> line.contains("name=\"inventory-service\"") && line.contains("\"" + state + "\""))
			.map((line) -> line.substring(line.indexOf("} ") + 2))
			.findFirst()
			.orElse("missing");
	}

	private String metrics() {
		return get("/actuator/prometheus").body();
	}

}
