package orderly.payment;

import java.util.UUID;

import orderly.contracts.Contract;
import orderly.messaging.EventType;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class EventContractTests {

	private final JsonMapper json = new JsonMapper();

	private final UUID orderId = UUID.randomUUID();

	private final UUID paymentId = UUID.randomUUID();

	@Test
	void saysWhatWasPromised() {
		assertKept(new PaymentCaptured(this.orderId, this.paymentId, 1250, "EUR"));
		assertKept(new PaymentDeclined(this.orderId, "DECLINED"));
		assertKept(new PaymentRefunded(this.orderId, this.paymentId, 1250));
	}

	@Test
	void readsEveryExampleOfWhatItHears() {
		for (String example : contract(StockReserved.class).examples()) {
			StockReserved event = this.json.readValue(example, StockReserved.class);
			assertThat(event).hasNoNullFieldsOrProperties();
			assertThat(event.amountMinor()).isPositive();
		}
		for (String example : contract(OrderCancelled.class).examples()) {
			assertThat(this.json.readValue(example, OrderCancelled.class)).hasNoNullFieldsOrProperties();
		}
	}

	private void assertKept(Record event) {
		contract(event.getClass()).validate(this.json.writeValueAsString(event));
	}

	private static Contract contract(Class<? extends Record> event) {
		return Contract.of(event.getAnnotation(EventType.class).value());
	}

}
