package orderly.order;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/**
 * An outage is a value: whatever goes wrong at inventory, the order goes on.
 */
class AvailabilityTests extends RunningService {

	private static final String STOCK = "GET /stock";

	@AfterEach
	void askAgain() {
		policy("availability", "on");
	}

	static Stream<Arguments> outages() {
		return Stream.of(fault("is down", StubPartner::down), fault("hangs up", (stub) -> stub.hangsUp(STOCK)),
				fault("is slow", (stub) -> stub.answersAfter(Duration.ofSeconds(2), STOCK, 200, "{\"items\": []}")),
				fault("fails", (stub) -> stub.answers(STOCK, 500, "{}")),
				fault("says not found", (stub) -> stub.answers(STOCK, 404, "{}")),
				fault("sheds load", (stub) -> stub.answers(STOCK, 503, "{}")),
				fault("answers no JSON", (stub) -> stub.answers(STOCK, 200, "<html>")),
				fault("answers nothing", (stub) -> stub.answers(STOCK, 200, "")),
				fault("leaves out the sku", (stub) -> stub.answers(STOCK, 200, "{\"items\": []}")),
				fault("leaves out the number",
						(stub) -> stub.answers(STOCK, 200, "{\"items\": [{\"sku\": \"TEA-001\"}]}")),
				fault("leaves out the items", (stub) -> stub.answers(STOCK, 200, "{}")));
	}

	private static Arguments fault(String name, Consumer<StubPartner> fault) {
		return argumentSet(name, fault);
	}

	@ParameterizedTest
	@MethodSource("outages")
	void takesTheOrderWhenNobodyKnowsTheStock(Consumer<StubPartner> outage) {
		outage.accept(inventory);
		assertThat(post("/orders", ORDER).statusCode()).isEqualTo(202);
	}

	@Test
	void takesTheOrderUnaskedWhileThePolicyIsOff() {
		policy("availability", "off");
		assertThat(post("/orders", ORDER).statusCode()).isEqualTo(202);
		assertThat(inventory.requests()).isEmpty();
		policy("availability", "on");
		inventory.answers(STOCK, 200, "{\"items\": [{\"sku\": \"TEA-001\", \"available\": 1}]}");
		assertThat(post("/orders", ORDER).statusCode()).isEqualTo(409);
	}

	@Test
	void asksForEverySkuInOneCall() {
		post("/orders", ORDER.replace("[{", "[{\"sku\": \"POT-001\", \"quantity\": 1}, {"));
		assertThat(inventory.requests()).containsExactly("GET /stock?sku=POT-001&sku=TEA-001 ");
	}

}
