package orderly.inventory;

import java.util.List;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import orderly.contracts.Contract;
import orderly.inventory.Wire.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OrderEventsTests extends WholeService {

	private static final String PLACED = "order.placed.v1";

	private static final String RESERVED = "inventory.stock-reserved.v1";

	private static final String REJECTED = "inventory.stock-rejected.v1";

	private final UUID orderId = Generators.timeBasedEpochGenerator().generate();

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void nothingIsLostOrMade() {
		this.books.assertBalanced();
	}

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

	@Test
	void holdsNothingForAnOrderThatWasCancelledBeforeItWasHeardOf() {
		Stock before = this.books.stock("TEA-008");
		this.wire.say("order.cancelled.v1", cancelled("CUSTOMER"));
		awaitHandled(this.wire.say(PLACED, placed("TEA-008", 1)));
		assertThat(this.books.states(this.orderId)).containsExactly("RELEASED");
		assertThat(this.books.stock("TEA-008")).isEqualTo(before);
		assertThat(this.jdbc.sql("select count(*) from outbox where key = ?")
			.param(this.orderId)
			.query(Long.class)
			.single()).isZero();
		assertThat(this.wire.about(this.orderId)).isEmpty();
	}

	@Test
	void aMessageDeliveredThreeTimesHasOneEffect() {
		long before = this.books.stock("COF-003").held();
		UUID id = this.wire.say(PLACED, placed("COF-003", 1));
		this.wire.say(id, PLACED, placed("COF-003", 1));
		this.wire.say(id, PLACED, placed("COF-003", 1));
		this.wire.say("order.cancelled.v1", cancelled("CUSTOMER"));
		awaitState("RELEASED");
		awaitAnswer(this.orderId, "inventory.stock-released.v1", 1);
		assertThat(this.wire.about(this.orderId)).extracting(Heard::type)
			.containsExactly(RESERVED, "inventory.stock-released.v1");
		assertThat(this.books.stock("COF-003").held()).isEqualTo(before);
	}

	@Test
	void aReplayAfterTheInboxWasEmptiedHoldsNothingTwice() {
		long before = this.books.stock("COF-004").held();
		UUID id = this.wire.say(PLACED, placed("COF-004", 3));
		awaitAnswer(this.orderId, RESERVED, 1);
		this.jdbc.sql("delete from inbox").update();
		this.wire.say(id, PLACED, placed("COF-004", 3));
		awaitAnswer(this.orderId, RESERVED, 2);
		assertThat(this.books.stock("COF-004").held() - before).isEqualTo(3);
	}

	@Test
	void aReplayOfAnEndAfterTheInboxWasEmptiedMovesNothingTwice() {
		this.wire.say(PLACED, placed("COF-005", 3));
		UUID id = this.wire.say("order.confirmed.v1", first("order.confirmed.v1"));
		awaitState("SOLD");
		Stock sold = this.books.stock("COF-005");
		this.jdbc.sql("delete from inbox").update();
		this.wire.say(id, "order.confirmed.v1", first("order.confirmed.v1"));
		awaitHandled(id);
		assertThat(this.books.stock("COF-005")).isEqualTo(sold);
	}

	@Test
	void answersAgainWhenAKnownOrderIsPlacedUnderANewMessage() {
		this.books.set("ACC-002", 0);
		this.wire.say(PLACED, placed("ACC-002", 1));
		Heard first = awaitAnswer(this.orderId, REJECTED, 1);
		this.books.set("ACC-002", 150);
		this.wire.say(PLACED, placed("ACC-002", 1));
		Heard second = awaitAnswer(this.orderId, REJECTED, 2);
		assertThat(second.body()).isEqualTo(first.body());
		assertThat(second.headers().get("ce_id")).isNotEqualTo(first.headers().get("ce_id"));
	}

	private Heard awaitAnswer(UUID order, String type, int count) {
		await().atMost(30, SECONDS).until(() -> heard(order, type).size() >= count);
		List<Heard> answers = heard(order, type);
		assertThat(answers).hasSize(count);
		answers.forEach((answer) -> Contract.of(type).validate(answer.body()));
		return answers.getLast();
	}

	private List<Heard> heard(UUID order, String type) {
		return this.wire.about(order).stream().filter((heard) -> heard.type().equals(type)).toList();
	}

	private void awaitState(String state) {
		await().atMost(30, SECONDS).until(() -> this.books.states(this.orderId).contains(state));
	}

	private void awaitHandled(UUID messageId) {
		await().atMost(30, SECONDS)
			.until(() -> this.jdbc.sql("select count(*) from inbox where message_id = ?")
				.param(messageId)
				.query(Long.class)
				.single() == 1L);
	}

	private String placed(String sku, int quantity) {
		ObjectNode placed = event(Contract.of(PLACED).examples().getFirst(), this.orderId);
		placed.putArray("lines").addObject().put("sku", sku).put("quantity", quantity).put("unitPriceMinor", 1000);
		return placed.toString();
	}

	private String cancelled(String reason) {
		return event(first("order.cancelled.v1"), this.orderId).put("reason", reason).toString();
	}

	private String first(String type) {
		return event(Contract.of(type).examples().getFirst(), this.orderId).toString();
	}

	private static ObjectNode event(String example, UUID orderId) {
		return ((ObjectNode) new JsonMapper().readTree(example)).put("orderId", orderId.toString());
	}

}
