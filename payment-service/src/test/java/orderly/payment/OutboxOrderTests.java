package orderly.payment;

import java.time.Duration;

import orderly.messaging.EventPublisher;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.awaitility.Awaitility.await;

/**
 * Of one payment the ids in the outbox are in the order of the commits, because whoever
 * says something about it holds the lock of its row.
 */
class OutboxOrderTests extends PaymentServiceTest {

	@Autowired
	private Payments payments;

	@Autowired
	private EventPublisher publisher;

	@Autowired
	private TransactionOperations transaction;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void whoeverSpeaksOfAPaymentWaitsForTheCommitOfWhoeverSpokeBefore() {
		this.neighbours.reserve(this.orderId, "card-ok");
		this.neighbours.awaitHeard(this.orderId, PaymentCaptured.class);
		this.transaction.executeWithoutResult((_) -> {
			this.payments.lock(this.orderId);
			this.publisher.publish(this.orderId, new PaymentDeclined(this.orderId, "said in between"));
			int me = this.jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
			Thread.startVirtualThread(() -> this.neighbours.reserve(this.orderId, "card-ok"));
			await("an answer that waits").atMost(Duration.ofSeconds(8)).until(() -> isWaitedFor(me));
		});
		this.neighbours.awaitHeard(this.orderId, PaymentCaptured.class, PaymentDeclined.class, PaymentCaptured.class);
	}

	private boolean isWaitedFor(int backend) {
		return this.jdbc
			.sql("select exists (select from pg_locks where not granted and ? = any(pg_blocking_pids(pid)))")
			.param(backend)
			.query(Boolean.class)
			.single();
	}

}
