package orderly.order;

import java.util.UUID;

import orderly.messaging.StoredTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

	private static final Logger log = LoggerFactory.getLogger(CancelOverdueOrders.class);

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
		this.orders.overdue().forEach(this::attempt);
	}

	/** In a transaction of its own: a failure costs one order, not all behind it. */
	private void attempt(UUID id) {
		try {
			this.transaction.executeWithoutResult((_) -> this.orders.lockOverdue(id).ifPresent(this::cancel));
		}
		catch (RuntimeException ex) {
			log.error("Order {} is overdue and could not be cancelled; the next look tries again", id, ex);
		}
	}

	private void cancel(Order order) {
		this.trace.resume(order.traceparent(), "order.deadline",
				() -> this.endOrder.cancel(order.id(), Order.Reason.DEADLINE));
	}

}
