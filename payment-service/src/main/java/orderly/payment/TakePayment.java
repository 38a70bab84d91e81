package orderly.payment;

import java.util.Optional;
import java.util.UUID;

import orderly.chassis.Deadline;
import orderly.chassis.StandardProblem;
import orderly.messaging.InvariantBrokenException;
import orderly.messaging.StoredTrace;
import orderly.payment.Payments.Step;
import orderly.payment.provider.Charge;
import orderly.payment.provider.Provider;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes the money of an order in three steps: the intent is committed; the provider is
 * asked with the order as the key, in no transaction; what it said is settled in one
 * transaction that reads the row again, because the order may have been cancelled in
 * between.
 */
@Component
class TakePayment {

	private final Payments payments;

	private final Provider provider;

	private final StoredTrace trace;

	private final TransactionOperations transaction;

	TakePayment(Payments payments, Provider provider, StoredTrace trace, TransactionOperations transaction) {
		this.payments = payments;
		this.provider = provider;
		this.trace = trace;
		this.transaction = transaction;
	}

	/** Asks the provider, again too, as long as there is no answer and no cancel. */
	Optional<Charge> ask(UUID orderId, Demand demand) {
		Payment payment = intend(orderId, demand);
		return payment.isAskable() ? Optional.of(charge(payment)) : Optional.empty();
	}

	/** Takes the payment while the caller waits; who finds one pending does not ask. */
	Payment take(UUID orderId, Demand demand) {
		Payment intended = Payment.intended(orderId, demand, this.trace.current());
		if (!addInTime(intended)) {
			return known(orderId, demand);
		}
		return settle(orderId, charge(intended)).after();
	}

	/** An intent that is committed is followed up, whether anybody still waits or not. */
	private boolean addInTime(Payment intended) {
		return this.transaction.execute((_) -> {
			boolean added = this.payments.add(intended);
			if (Deadline.hasPassed()) {
				throw StandardProblem.TIMEOUT.because("The time for this request is over, and no money was asked for.");
			}
			return added;
		});
	}

	/** Asks, for a payment that nobody knows the end of. */
	Charge charge(Payment payment) {
		Demand demand = payment.demanded();
		return this.provider.charge(payment.orderId(), demand.amountMinor(), demand.currency(), demand.method());
	}

	/** Writes what the provider said, in the surrounding transaction or its own. */
	Step settle(UUID orderId, Charge charge) {
		return this.transaction.execute((_) -> this.payments.change(orderId, (payment) -> payment.settled(charge)));
	}

	private Payment intend(UUID orderId, Demand demand) {
		Payment intended = Payment.intended(orderId, demand, this.trace.current());
		return this.payments.add(intended) ? intended : known(orderId, demand);
	}

	private Payment known(UUID orderId, Demand demand) {
		Payment payment = this.payments.find(orderId).orElseThrow();
		if (payment.demand() != null && !payment.demand().equals(demand)) {
			throw new InvariantBrokenException(
					"Order %s was asked for %s, and now for %s".formatted(orderId, payment.demand(), demand));
		}
		return payment;
	}

}
