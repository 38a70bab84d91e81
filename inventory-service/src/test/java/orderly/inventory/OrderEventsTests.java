package orderly.inventory;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import orderly.contracts.Contract;
import orderly.inventory.Wire.Heard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OrderEventsTests extends Neighbours {

	@Test
	void answersEveryPlacedOrderOfTheContractAndCarriesItForward() {
		for (String example : Contract.of(PLACED).examples()) {
			UUID order = Generators.timeBasedEpochGenerator().generate();
			ObjectNode placed = event(example, order);
			this.wire.say(PLACED, placed.toString());
			Heard reserved = awaitAnswer(order, RESERVED, 1);
			assertThat(reserved.json().get("lines")).isEqualTo(placed.get("lines"));
			assertThat(reserved.json().get("amountMinor")).isEqualTo(placed.get("totalMinor"));
			assertThat(reserved.json().get("paymentMethod")).isEqualTo(placed.get("paymentMethod"));
			assertThat(reserved.json().get("deadline")).isEqualTo(placed.get("deadline"));
		}
	}

	@Test
	void rejectsWhatIsNotThereAndSaysHowMuchIsMissing() {
		this.books.set("ACC-001", 1);
		this.wire.say(PLACED, placed("ACC-001", 2));
		Heard rejected = awaitAnswer(this.orderId, REJECTED, 1);
		assertThat(rejected.json().get("missing").toString())
			.isEqualTo("[{\"sku\":\"ACC-001\",\"requested\":2,\"available\":1}]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "order.confirmed.v1", "order.cancelled.v1" })
	void readsEveryExampleOfAnEnd(String type) {
		for (String example : Contract.of(type).examples()) {
			UUID order = Generators.timeBasedEpochGenerator().generate();
			this.wire.say(type, event(example, order).toString());
			await().atMost(30, SECONDS).until(() -> !this.books.states(order).isEmpty());
		}
	}

	@Test
	void sellsWhatAConfirmedOrderHolds() {
		long before = this.books.stock("TEA-006").sold();
		this.wire.say(PLACED, placed("TEA-006", 2));
		this.wire.say("order.confirmed.v1", first("order.confirmed.v1"));
		awaitState("SOLD");
		assertThat(this.books.stock("TEA-006").sold() - before).isEqualTo(2);
	}

	@Test
	void releasesWhatACancelledOrderHoldsAndSaysSo() {
		Stock before = this.books.stock("TEA-007");
		this.wire.say(PLACED, placed("TEA-007", 2));
		this.wire.say("order.cancelled.v1", cancelled("DECLINED"));
		assertThat(awaitAnswer(this.orderId, "inventory.stock-released.v1", 1).json().get("reason").asString())
			.isEqualTo("DECLINED");
		assertThat(this.books.stock("TEA-007")).isEqualTo(before);
	}

}
