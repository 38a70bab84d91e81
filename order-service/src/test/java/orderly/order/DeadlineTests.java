package orderly.order;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import orderly.order.Published.Publication;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DeadlineTests extends RunningService {

	@Test
	void anAsynchronousOrderWaitsTwoMinutes() {
		Order order = order(placed());
		assertThat(Duration.between(order.placedAt(), order.deadline())).isEqualTo(Duration.ofMinutes(2));
	}

	@Test
	void aSynchronousOrderWaitsFourSeconds() {
		Order order = order(UUID.fromString(json(post("/orders", SYNC_ORDER)).get("id").asString()));
		assertThat(order.checkout()).isEqualTo(Checkout.SYNC);
		assertThat(Duration.between(order.placedAt(), order.deadline())).isEqualTo(Duration.ofSeconds(4));
	}

	@Test
	void anOrderWithoutAnAnswerIsCancelled() {
		UUID id = placed();
		pass(id);
		await().atMost(Duration.ofSeconds(30)).until(() -> order(id).isCancelled());
		assertThat(order(id).reason()).isEqualTo(Order.Reason.DEADLINE);
		assertThat(published().orderEvents(id)).last().isEqualTo(new OrderCancelled(id, Order.Reason.DEADLINE));
	}

	@Test
	void anOrderThatCannotBeEndedKeepsNobodyElseWaiting() {
		UUID unreadable = placed();
		UUID next = placed();
		String lines = this.jdbc.sql("select lines::text from orders where id = ?")
			.param(unreadable)
			.query(String.class)
			.single();
		write(unreadable, "\"nonsense\"");
		pass(unreadable);
		pass(next);
		await().atMost(Duration.ofSeconds(30)).until(() -> order(next).isCancelled());
		write(unreadable, lines);
		await().atMost(Duration.ofSeconds(30)).until(() -> order(unreadable).isCancelled());
	}

	@Test
	void theEndBelongsToTheTraceOfTheOrder() {
		UUID id = placed();
		pass(id);
		await().atMost(Duration.ofSeconds(30)).until(() -> order(id).isCancelled());
		assertThat(published().of(id)).extracting(Publication::traceparent)
			.extracting((traceparent) -> traceparent.substring(0, 35))
			.containsOnly(Objects.requireNonNull(order(id).traceparent()).substring(0, 35));
	}

	@Test
	void anOrderThatIsBeingEndedIsLeftAlone() {
		UUID busy = placed();
		UUID waiting = placed();
		this.transaction.executeWithoutResult((_) -> {
			this.orders.lock(busy);
			pass(waiting);
			this.jdbc.sql("update orders set deadline = now() - interval '1 hour' where id = ?").param(busy).update();
			await().atMost(Duration.ofSeconds(30)).until(() -> order(waiting).isCancelled());
			this.endOrder.confirm(busy);
		});
		assertThat(order(busy).status()).isEqualTo(Order.Status.CONFIRMED);
	}

	private void write(UUID id, String lines) {
		this.jdbc.sql("update orders set lines = cast(? as jsonb) where id = ?").params(lines, id).update();
	}

	/** Not in this thread, which may be in a transaction. */
	private void pass(UUID id) {
		CompletableFuture
			.runAsync(() -> this.jdbc.sql("update orders set deadline = now() where id = ?").param(id).update())
			.join();
	}

}
