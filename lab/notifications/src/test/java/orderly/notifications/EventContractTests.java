package orderly.notifications;

import java.util.List;

import orderly.contracts.Contract;
import orderly.messaging.EventType;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class EventContractTests {

	@Test
	void readsEveryExampleOfWhatItHears() {
		List<String> examples = Contract.of(OrderConfirmed.class.getAnnotation(EventType.class).value()).examples();
		assertThat(examples).isNotEmpty().allSatisfy((example) -> {
			OrderConfirmed event = new JsonMapper().readValue(example, OrderConfirmed.class);
			assertThat(event).hasNoNullFieldsOrProperties();
			assertThat(event.totalMinor()).isPositive();
		});
	}

	@Test
	void writesTheAmountAsACustomerReadsIt() {
		String example = "{\"orderId\":\"0199a3c4-7b1e-7001-9c2d-4f5a6b7c8d01\",\"totalMinor\":2505,\"currency\":\"EUR\"}";
		assertThat(new JsonMapper().readValue(example, OrderConfirmed.class).mail()).endsWith("25.05 EUR");
	}

}
