package orderly.lab.fire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import orderly.lab.client.Answer;
import orderly.lab.client.Basket;
import orderly.lab.client.Gateway;
import orderly.lab.client.UnreachableException;
import orderly.lab.experiments.Patience;

/**
 * A bounded stream of orders from customers who do not give up: whoever gets no answer,
 * or one that says nothing about the order, asks again with the same Idempotency-Key.
 */
class OrderStream implements AutoCloseable {

	private static final Patience CUSTOMER = new Patience(Duration.ofSeconds(90), Duration.ofMillis(500));

	private final ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor();

	private final List<Future<Answer>> answers = new ArrayList<>();

	private final Gateway gateway;

	OrderStream(Gateway gateway) {
		this.gateway = gateway;
	}

	/**
	 * Sends orders evenly over this time, and returns at its end; the customers go on.
	 */
	OrderStream send(Basket basket, int count, Duration over) {
		long start = System.nanoTime();
		for (int i = 0; i < count; i++) {
			await(start + over.toNanos() * i / count);
			sendOne(basket);
		}
		await(start + over.toNanos());
		return this;
	}

	void sendOne(Basket basket) {
		Basket own = new Basket(basket.sku(), basket.quantity(), basket.payment(), basket.checkout(),
				UUID.randomUUID().toString());
		this.answers.add(this.customers.submit(() -> CUSTOMER.until(() -> ask(own), OrderStream::isFinal)));
	}

	/** The last answer to each customer. */
	List<Answer> answers() {
		return this.answers.stream().map(OrderStream::get).toList();
	}

	/** The orders that were made. */
	List<String> orderIds() {
		return answers().stream().filter(Answer::ok).map((answer) -> answer.body().path("id").asString()).toList();
	}

	@Override
	public void close() {
		this.customers.shutdownNow();
	}

	private Answer ask(Basket basket) {
		try {
			return this.gateway.place(basket);
		}
		catch (UnreachableException ex) {
			return Answer.none();
		}
	}

	private static boolean isFinal(Answer answer) {
		return answer.ok() || answer.status() / 100 == 4 && !"in-progress".equals(answer.problem());
	}

	private static Answer get(Future<Answer> answer) {
		try {
			return answer.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void await(long moment) {
		long nanos = moment - System.nanoTime();
		if (nanos > 0) {
			java.util.concurrent.locks.LockSupport.parkNanos(nanos);
		}
	}

}
