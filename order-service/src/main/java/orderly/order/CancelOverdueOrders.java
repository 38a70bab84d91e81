package orderly.order;

import orderly.messaging.StoredTrace;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cancels the orders whose deadline has passed, so that none waits for ever: not for an
 * answer that was lost, and not for a process that died. Every instance does this; a
 * locked row is being ended by somebody else and is skipped.
 */
@Component
class CancelOverdueOrders {

	private final Orders orders;

	private final EndOrder endOrder;

	private final TransactionTemplate transaction;

	private final StoredTrace trace;

	CancelOverdueOrders(Orders orders, EndOrder endOrder, TransactionTemplate transaction, StoredTrace trace) {
		this.orders = orders;
		this.endOrder = endOrder;
		this.transaction = transaction;
		this.trace = trace;
	}

	@Scheduled(fixedDelayString = "${orderly.order.deadline-check}")
	void cancelAll() {
		while (Boolean.TRUE.equals(this.transaction.execute((_) -> cancelOne()))) {
			// one transaction for each: a failure costs one order, not all of them
		}
	}

	private boolean cancelOne() {
		return this.orders.lockOverdue().map((order) -> {
			this.trace.resume(order.traceparent(), "order.deadline",
					() -> this.endOrder.cancel(order.id(), Order.Reason.DEADLINE));
			return true;
		}).orElse(false);
	}

}
