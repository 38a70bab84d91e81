package orderly.contracts;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ContractTests {

	private final JsonMapper json = new JsonMapper();

	static List<String> types() {
		return Contract.types();
	}

	@Test
	void everyEventHasAContract() {
		assertThat(types()).containsExactly("inventory.reservation-expired.v1", "inventory.stock-rejected.v1",
				"inventory.stock-released.v1", "inventory.stock-reserved.v1", "order.cancelled.v1",
				"order.confirmed.v1", "order.placed.v1", "payment.captured.v1", "payment.declined.v1",
				"payment.refunded.v1");
	}

	@ParameterizedTest
	@MethodSource("types")
	void everyExampleKeepsItsContract(String type) {
		Contract contract = Contract.of(type);
		assertThat(contract.examples()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(contract::validate);
	}

	@ParameterizedTest
	@MethodSource("types")
	void aMissingFieldBreaksTheContract(String type) {
		JsonNode whole = this.json.readTree(Contract.of(type).examples().getFirst());
		for (String field : required(type)) {
			ObjectNode mutilated = (ObjectNode) whole.deepCopy();
			mutilated.remove(field);
			assertBroken(type, mutilated.toString(), field);
		}
	}

	@ParameterizedTest
	@MethodSource("types")
	void aFieldOfAWrongTypeBreaksTheContract(String type) {
		JsonNode whole = this.json.readTree(Contract.of(type).examples().getFirst());
		for (String field : required(type)) {
			assertBroken(type, ((ObjectNode) whole.deepCopy()).put(field, true).toString(), field);
		}
	}

	@Test
	void formatsAreAsserted() {
		String example = Contract.of("order.placed.v1").examples().getFirst();
		assertBroken("order.placed.v1", example.replaceAll("\"orderId\": \"[^\"]+\"", "\"orderId\": \"17\""),
				"orderId");
		assertBroken("order.placed.v1", example.replaceAll("\"deadline\": \"[^\"]+\"", "\"deadline\": \"soon\""),
				"deadline");
	}

	@Test
	void anUnknownTypeHasNoContract() {
		assertThatIllegalArgumentException().isThrownBy(() -> Contract.of("order.eaten.v1"))
			.withMessageContaining("order.eaten.v1");
	}

	private List<String> required(String type) {
		JsonNode schema = this.json.readTree(ContractFiles.read(type + "/schema.json"));
		return schema.get("required").valueStream().map(JsonNode::asString).toList();
	}

	private static void assertBroken(String type, String json, String field) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Contract.of(type).validate(json))
			.withMessageContaining(field);
	}

}
