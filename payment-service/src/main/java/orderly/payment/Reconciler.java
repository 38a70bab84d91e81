package orderly.payment;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import orderly.messaging.StoredTrace;
import orderly.payment.Payments.Step;
import orderly.payment.provider.Charge;
import orderly.payment.provider.Provider;
import orderly.payment.provider.Refund;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finishes what the provider owes us an answer for. "Not found" there would be no answer,
 * as a charge may still be on its way: a live order is charged again under the same key,
 * a cancelled one is voided, and either makes the answer known.
 */
@Component
class Reconciler {

	private static final Logger logger = LoggerFactory.getLogger(Reconciler.class);

	private final DuePayments due;

	private final Payments payments;

	private final TakePayment takePayment;

	private final Provider provider;

	private final Announcements announcements;

	private final StoredTrace trace;

	private final TransactionOperations transaction;

	Reconciler(DuePayments due, Payments payments, TakePayment takePayment, Provider provider,
			Announcements announcements, StoredTrace trace, TransactionOperations transaction) {
		this.due = due;
		this.payments = payments;
		this.takePayment = takePayment;
		this.provider = provider;
		this.announcements = announcements;
		this.trace = trace;
		this.transaction = transaction;
	}

	/** Works on what is due; returns when all of it was tried. */
	@Scheduled(fixedDelayString = "${orderly.payment.reconciler.poll:500ms}")
	void reconcile() {
		try {
			for (List<Payment> batch = this.due.claim(); !batch.isEmpty(); batch = this.due.claim()) {
				finish(batch);
			}
		}
		catch (DataAccessException ex) {
			logger.warn("Payments that are due are looked for again later: {}", ex.getMessage());
		}
	}

	private void finish(List<Payment> batch) {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			batch.forEach((payment) -> threads.execute(() -> finish(payment)));
		}
	}

	private void finish(Payment payment) {
		this.trace.resume(payment.traceparent(), "reconcile payment", () -> {
			try {
				attempt(payment);
			}
			catch (RuntimeException ex) {
				logger.warn("The payment of order {} is tried again later", payment.orderId(), ex);
			}
		});
	}

	private void attempt(Payment payment) {
		if (payment.state() == PaymentState.REFUNDING) {
			refund(payment);
		}
		else {
			settle(payment,
					payment.cancelled() ? this.provider.end(payment.orderId()) : this.takePayment.charge(payment));
		}
	}

	private void settle(Payment payment, Charge charge) {
		this.transaction.executeWithoutResult((_) -> announce(this.takePayment.settle(payment.orderId(), charge)));
	}

	private void refund(Payment payment) {
		Refund refund = this.provider.refund(payment.refund(), payment.orderId(), payment.demanded().amountMinor());
		if (refund == Refund.REFUNDED) {
			this.transaction
				.executeWithoutResult((_) -> announce(this.payments.change(payment.orderId(), Payment::refunded)));
		}
	}

	/** Said for every order, whatever its checkout. */
	private void announce(Step step) {
		if (step.moved()) {
			this.announcements.announce(step.after());
		}
	}

}
