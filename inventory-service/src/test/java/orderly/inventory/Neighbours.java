package orderly.inventory;

import java.util.List;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import orderly.contracts.Contract;
import orderly.inventory.Wire.Heard;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the neighbours say about one order, in the words of the contracts. */
abstract class Neighbours extends WholeService {

	static final String PLACED = "order.placed.v1";

	static final String RESERVED = "inventory.stock-reserved.v1";

	static final String REJECTED = "inventory.stock-rejected.v1";

	final UUID orderId = Generators.timeBasedEpochGenerator().generate();

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void nothingIsLostOrMade() {
		this.books.assertBalanced();
	}

	Heard awaitAnswer(UUID order, String type, int count) {
		await().atMost(30, SECONDS).until(() -> heard(order, type).size() >= count);
		List<Heard> answers = heard(order, type);
		assertThat(answers).hasSize(count);
		answers.forEach((answer) -> Contract.of(type).validate(answer.body()));
		return answers.getLast();
	}

	List<Heard> heard(UUID order, String type) {
		return this.wire.about(order).stream().filter((heard) -> heard.type().equals(type)).toList();
	}

	void awaitState(String state) {
		await().atMost(30, SECONDS).until(() -> this.books.states(this.orderId).contains(state));
	}

	void awaitHandled(UUID messageId) {
		await().atMost(30, SECONDS)
			.until(() -> this.jdbc.sql("select count(*) from inbox where message_id = ?")
				.param(messageId)
				.query(Long.class)
				.single() == 1L);
	}

	String placed(String sku, int quantity) {
		ObjectNode placed = event(Contract.of(PLACED).examples().getFirst(), this.orderId);
		placed.putArray("lines").addObject().put("sku", sku).put("quantity", quantity).put("unitPriceMinor", 1000);
		return placed.toString();
	}

	String cancelled(String reason) {
		return event(first("order.cancelled.v1"), this.orderId).put("reason", reason).toString();
	}

	String first(String type) {
		return event(Contract.of(type).examples().getFirst(), this.orderId).toString();
	}

	static ObjectNode event(String example, UUID orderId) {
		return ((ObjectNode) new JsonMapper().readTree(example)).put("orderId", orderId.toString());
	}

}
