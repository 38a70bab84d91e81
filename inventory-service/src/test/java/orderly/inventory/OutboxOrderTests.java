package orderly.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import orderly.inventory.Wire.Heard;
import orderly.messaging.EventPublisher;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Of one reservation the ids in the outbox are in the order of the commits, because
 * whoever says something about it holds the lock of its row, also where nothing changes.
 */
class OutboxOrderTests extends Neighbours {

	@Autowired
	private ReserveStock reserveStock;

	@Autowired
	private EventPublisher publisher;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void whoeverSpeaksOfAReservationWaitsForTheCommitOfWhoeverSpokeBefore() {
		this.wire.say(PLACED, placed("CUP-001", 1));
		awaitAnswer(this.orderId, RESERVED, 1);
		this.transaction.executeWithoutResult((_) -> {
			this.reserveStock.reserve(this.orderId, List.of(new Item("CUP-001", 1)), Instant.now());
			this.publisher.publish(this.orderId, new ReservationExpired(this.orderId));
			int me = this.jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
			this.wire.say("order.cancelled.v1", cancelled("CUSTOMER"));
			await("an answer that waits").atMost(Duration.ofSeconds(8)).until(() -> isWaitedFor(me));
		});
		await().atMost(30, SECONDS)
			.untilAsserted(() -> assertThat(this.wire.about(this.orderId)).extracting(Heard::type)
				.containsExactly(RESERVED, "inventory.reservation-expired.v1", "inventory.stock-released.v1"));
	}

	private boolean isWaitedFor(int backend) {
		return this.jdbc
			.sql("select exists (select from pg_locks where not granted and ? = any(pg_blocking_pids(pid)))")
			.param(backend)
			.query(Boolean.class)
			.single();
	}

}
