package orderly.order;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Of one order the ids in the outbox are in the order of the commits, because whoever
 * says something about it holds the lock of its row.
 */
class OutboxOrderTests extends RunningService {

	private final HandlersAtHand handlers = new HandlersAtHand();

	@Test
	void whoeverSpeaksOfAnOrderWaitsForTheCommitOfWhoeverSpokeBefore() {
		UUID id = placed();
		this.endOrder.cancel(id, Order.Reason.CUSTOMER);
		new OrderSubscriptions(this.handlers, this.orders, this.endOrder);
		CompletableFuture<Long> second = new CompletableFuture<>();
		long first = this.transaction.execute((_) -> {
			long row = saidAfter(id, new PartnerEvents.StockReserved());
			Thread.startVirtualThread(() -> second.complete(this.transaction
				.<Long>execute((_) -> saidAfter(id, new PartnerEvents.PaymentCaptured(2500, "EUR")))));
			int me = this.jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
			await().atMost(Duration.ofSeconds(8)).until(() -> second.isDone() || isWaitedFor(me));
			assertThat(second).as("it waits").isNotDone();
			return row;
		});
		assertThat(second).succeedsWithin(Duration.ofSeconds(30))
			.satisfies((row) -> assertThat(row).isGreaterThan(first));
		assertThat(published().orderEvents(id)).endsWith(new OrderCancelled(id, Order.Reason.CUSTOMER),
				new OrderCancelled(id, Order.Reason.CUSTOMER));
	}

	/** The id of what is said about an order when this is heard of it. */
	private long saidAfter(UUID id, Record heard) {
		this.handlers.handle(id, heard);
		return this.jdbc.sql("select max(id) from outbox where key = ?").param(id).query(Long.class).single();
	}

	private boolean isWaitedFor(int backend) {
		return this.jdbc
			.sql("select exists (select from pg_locks where not granted and ? = any(pg_blocking_pids(pid)))")
			.param(backend)
			.query(Boolean.class)
			.single();
	}

}
