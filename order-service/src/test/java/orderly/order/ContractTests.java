package orderly.order;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import orderly.contracts.Contract;
import orderly.messaging.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ContractTests {

	private final JsonMapper json = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
		.build();

	private static final UUID id = UUID.randomUUID();

	static Stream<Class<?>> heard() {
		return Arrays.stream(PartnerEvents.class.getDeclaredClasses());
	}

	@ParameterizedTest
	@EnumSource(Order.Reason.class)
	void whatIsSaidOfACancelledOrderKeepsItsContract(Order.Reason reason) {
		keepsItsContract(new OrderCancelled(id, reason));
	}

	@Test
	void whatIsSaidOfAPlacedOrderKeepsItsContract() {
		keepsItsContract(new OrderPlaced(id, "guest", List.of(new OrderPlaced.Line("TEA-001", 2, 1250)), 2500, "EUR",
				"card-ok", Instant.now()));
	}

	@Test
	void whatIsSaidOfAConfirmedOrderKeepsItsContract() {
		keepsItsContract(new OrderConfirmed(id, 2500, "EUR"));
	}

	@ParameterizedTest
	@MethodSource("heard")
	void whatIsHeardIsReadInEveryExample(Class<?> event) {
		Contract contract = Contract.of(event.getAnnotation(EventType.class).value());
		assertThat(contract.examples()).isNotEmpty()
			.allSatisfy((example) -> assertThat(this.json.readValue(example, event)).isInstanceOf(event));
	}

	private void keepsItsContract(Record event) {
		Contract.of(event.getClass().getAnnotation(EventType.class).value())
			.validate(this.json.writeValueAsString(event));
	}

}
