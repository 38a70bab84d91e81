package orderly.inventory;

import java.util.UUID;

import orderly.inventory.Wire.Heard;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Messages that come again, late, or in the wrong order. */
class RepeatedOrderEventsTests extends Neighbours {

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
	void anOrderThatIsBothSoldAndCancelledGoesToTheDeadLetters() {
		this.wire.say("order.confirmed.v1", first("order.confirmed.v1"));
		awaitState("SOLD");
		this.wire.say("order.cancelled.v1", cancelled("CUSTOMER"));
		await().atMost(30, SECONDS).until(() -> this.wire.deadLetters(this.orderId) == 1);
		assertThat(this.books.states(this.orderId)).containsExactly("SOLD");
	}

}
