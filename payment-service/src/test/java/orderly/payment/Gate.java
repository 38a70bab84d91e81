package orderly.payment;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import orderly.payment.provider.Charge;
import orderly.payment.provider.Provider;
import orderly.payment.provider.Refund;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stands before the real provider: holds a charge before or after it, and sees whether
 * anybody calls while in a transaction.
 */
class Gate implements Provider {

	private final Provider provider;

	private final Map<UUID, Pause> before = new ConcurrentHashMap<>();

	private final Map<UUID, Pause> after = new ConcurrentHashMap<>();

	private final Set<UUID> lostRefunds = ConcurrentHashMap.newKeySet();

	private final Queue<String> callsInTransactions = new ConcurrentLinkedQueue<>();

	private final Map<UUID, List<String>> traces = new ConcurrentHashMap<>();

	private final Tracer tracer;

	Gate(Provider provider, Tracer tracer) {
		this.provider = provider;
		this.tracer = tracer;
	}

	/** The first charge of an order, held. */
	static class Pause {

		private final CountDownLatch reached = new CountDownLatch(1);

		private final CountDownLatch resumed = new CountDownLatch(1);

		void awaitReached() throws InterruptedException {
			if (!this.reached.await(30, TimeUnit.SECONDS)) {
				throw new AssertionError("The charge did not come this far");
			}
		}

		void resume() {
			this.resumed.countDown();
		}

		private void hold() {
			this.reached.countDown();
			try {
				this.resumed.await(60, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

	Pause beforeCharge(UUID orderId) {
		return this.before.computeIfAbsent(orderId, (_) -> new Pause());
	}

	Pause afterCharge(UUID orderId) {
		return this.after.computeIfAbsent(orderId, (_) -> new Pause());
	}

	void loseAnswerOfRefund(UUID orderId) {
		this.lostRefunds.add(orderId);
	}

	/** The ids of the traces in which an order was charged. */
	List<String> tracesOfCharges(UUID orderId) {
		return this.traces.getOrDefault(orderId, List.of());
	}

	Queue<String> callsInTransactions() {
		return this.callsInTransactions;
	}

	@Override
	public Charge charge(UUID orderId, long amountMinor, String currency, String method) {
		check("charge " + orderId);
		Span span = this.tracer.currentSpan();
		this.traces.computeIfAbsent(orderId, (_) -> new CopyOnWriteArrayList<>())
			.add((span != null) ? span.context().traceId() : "none");
		holdAt(this.before, orderId);
		Charge charge = this.provider.charge(orderId, amountMinor, currency, method);
		holdAt(this.after, orderId);
		return charge;
	}

	@Override
	public Charge end(UUID orderId) {
		check("void " + orderId);
		return this.provider.end(orderId);
	}

	@Override
	public Refund refund(UUID refundId, UUID orderId, long amountMinor) {
		check("refund " + orderId);
		Refund refund = this.provider.refund(refundId, orderId, amountMinor);
		return this.lostRefunds.remove(orderId) ? Refund.UNKNOWN : refund;
	}

	private void check(String call) {
		if (TransactionSynchronizationManager.isActualTransactionActive()
				|| !TransactionSynchronizationManager.getResourceMap().isEmpty()) {
			this.callsInTransactions.add(call);
		}
	}

	private static void holdAt(Map<UUID, Pause> pauses, UUID orderId) {
		Pause pause = pauses.remove(orderId);
		if (pause != null) {
			pause.hold();
		}
	}

}
