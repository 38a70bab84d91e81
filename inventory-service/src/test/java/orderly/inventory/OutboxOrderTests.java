package orderly.inventory;

import java.time.Duration;

import orderly.inventory.Wire.Heard;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Of one reservation the ids in the outbox are in the order of the commits, because
 * whoever says something about it holds the lock of its row.
 */
class OutboxOrderTests extends Neighbours {

	private static final String EXPIRED = "inventory.reservation-expired.v1";

	@Autowired
	private ExpireReservations expireReservations;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void whoeverSpeaksOfAReservationWaitsForTheCommitOfWhoeverSpokeBefore() {
		this.wire.say(PLACED, placed("CUP-001", 1));
		awaitAnswer(this.orderId, RESERVED, 1);
		this.transaction.executeWithoutResult((_) -> {
			this.jdbc.sql("update reservation set ask_at = now() where order_id = ?").param(this.orderId).update();
			this.expireReservations.ask();
			int me = this.jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
			this.wire.say(PLACED, placed("CUP-001", 1));
			await("an answer that waits").atMost(Duration.ofSeconds(8)).until(() -> isWaitedFor(me));
		});
		await().atMost(30, SECONDS)
			.untilAsserted(() -> assertThat(this.wire.about(this.orderId)).extracting(Heard::type)
				.containsExactly(RESERVED, EXPIRED, RESERVED));
	}

	private boolean isWaitedFor(int backend) {
		return this.jdbc
			.sql("select exists (select from pg_locks where not granted and ? = any(pg_blocking_pids(pid)))")
			.param(backend)
			.query(Boolean.class)
			.single();
	}

}
