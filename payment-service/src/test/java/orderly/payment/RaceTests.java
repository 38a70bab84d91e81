package orderly.payment;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A process may be paused anywhere, and its order be cancelled meanwhile. The cancel
 * comes here by another way than the broker, as if another instance had it: a handler
 * that is held keeps its partition.
 */
class RaceTests extends PaymentServiceTest {

	@Autowired
	private TakePayment takePayment;

	@Autowired
	private CancelPayment cancelPayment;

	@Autowired
	private TransactionOperations transaction;

	@Test
	void anOrderCancelledBeforeTheCallIsVoidedAndTheLateCallTakesNothing() throws Exception {
		Gate.Pause pause = this.gate.beforeCharge(this.orderId);
		this.neighbours.reserve(this.orderId, "card-ok");
		pause.awaitReached();
		cancel();
		this.books.awaitState(this.orderId, PaymentState.CANCELLED, "VOID");
		resume(pause);
		this.books.awaitState(this.orderId, PaymentState.CANCELLED, "VOID");
		this.neighbours.awaitHeard(this.orderId);
	}

	@Test
	void anOrderCancelledAfterTheCallIsRefundedAlthoughTheAnswerWasNeverRead() throws Exception {
		Gate.Pause pause = this.gate.afterCharge(this.orderId);
		this.neighbours.reserve(this.orderId, "card-ok");
		pause.awaitReached();
		cancel();
		this.books.awaitState(this.orderId, PaymentState.REFUNDED, "CHARGE", "REFUND");
		resume(pause);
		this.books.awaitState(this.orderId, PaymentState.REFUNDED, "CHARGE", "REFUND");
		this.neighbours.awaitHeard(this.orderId, PaymentRefunded.class);
	}

	@Test
	void theCancelMarkIsReadAgainWhenTheAnswerComesFirst() throws Exception {
		Gate.Pause pause = this.gate.afterCharge(this.orderId);
		CompletableFuture<Payment> take = takeMeanwhile();
		pause.awaitReached();
		this.transaction.executeWithoutResult((_) -> {
			this.cancelPayment.cancel(this.orderId, "CUSTOMER");
			// The answer waits for this row; the reconciler skips it until the commit.
			pause.resume();
		});
		assertThat(take.join().cancelled()).isTrue();
		this.books.awaitState(this.orderId, PaymentState.REFUNDED, "CHARGE", "REFUND");
		this.neighbours.awaitHeard(this.orderId, PaymentRefunded.class);
	}

	@Test
	void aPaymentThatItsProcessForgotIsFinishedByAnother() throws Exception {
		Gate.Pause pause = this.gate.beforeCharge(this.orderId);
		CompletableFuture<Payment> take = takeMeanwhile();
		pause.awaitReached();
		this.books.awaitState(this.orderId, PaymentState.CAPTURED, "CHARGE");
		this.neighbours.awaitHeard(this.orderId, PaymentCaptured.class);
		pause.resume();
		assertThat(take.join().state()).isEqualTo(PaymentState.CAPTURED);
	}

	/** Not in the common pool, which has one thread here: HTTP clients need it too. */
	private CompletableFuture<Payment> takeMeanwhile() {
		return CompletableFuture.supplyAsync(
				() -> this.takePayment.take(this.orderId, new Demand(1250, "EUR", "card-ok")),
				Thread::startVirtualThread);
	}

	private void cancel() {
		this.transaction.executeWithoutResult((_) -> this.cancelPayment.cancel(this.orderId, "CUSTOMER"));
	}

	private void resume(Gate.Pause pause) {
		double before = this.neighbours.handled(StockReserved.class);
		pause.resume();
		await().atMost(Duration.ofSeconds(30)).until(() -> this.neighbours.handled(StockReserved.class) > before);
	}

}
