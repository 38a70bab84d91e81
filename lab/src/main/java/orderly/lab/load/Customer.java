package orderly.lab.load;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import orderly.lab.client.Answer;
import orderly.lab.client.Basket;
import orderly.lab.client.Gateway;

/** A customer of the gateway, as a source of calls. */
public class Customer {

	private static final int DOUBLINGS = 3;

	private final Gateway gateway;

	private final int attempts;

	private final Duration between;

	private final AtomicInteger sent = new AtomicInteger();

	/** One who asks once and takes what comes. */
	public Customer(Gateway gateway) {
		this(gateway, 1, Duration.ZERO);
	}

	private Customer(Gateway gateway, int attempts, Duration between) {
		this.gateway = gateway;
		this.attempts = attempts;
		this.between = between;
	}

	/**
	 * One who sends again what got no answer or a 5xx, after pauses with full jitter
	 * (Brooker, "Exponential Backoff And Jitter"): customers who were refused together do
	 * not come back together, and those who were refused often come seldom.
	 * @param attemptsInAll at most, the first included
	 * @param pause the longest pause before the second attempt; it doubles up to eight
	 * times this
	 */
	public Customer resending(int attemptsInAll, Duration pause) {
		return new Customer(this.gateway, attemptsInAll, pause);
	}

	/** Asks for the stock of one sku. */
	public Call stock(String sku) {
		return call("stock/" + sku);
	}

	/** Reads anything under the API's version 1. */
	public Call call(String path) {
		return resent(new Call(this.gateway.at(path), () -> this.gateway.get(path)));
	}

	/** Orders without a key: whoever sends again may order twice. */
	public Call order(Basket basket) {
		return resent(new Call(this.gateway.at("orders"), () -> this.gateway.place(basket)));
	}

	/** Orders under a key, a new one for each order: sent again, it is the same order. */
	public Call keyedOrder(Basket basket) {
		return new Call(this.gateway.at("orders"), () -> order(basket.under(UUID.randomUUID().toString())).make());
	}

	/** How often anything was sent, the first time included. */
	public int sent() {
		return this.sent.get();
	}

	private Call resent(Call once) {
		return new Call(once.target(), () -> {
			Answer answer = send(once);
			for (int i = 1; i < this.attempts && isDoubtful(answer); i++) {
				pause(i);
				answer = send(once);
			}
			return answer;
		});
	}

	private Answer send(Call once) {
		this.sent.incrementAndGet();
		return once.make();
	}

	private static boolean isDoubtful(Answer answer) {
		return answer.status() == 0 || answer.status() >= 500;
	}

	private void pause(int attemptsBefore) {
		long longest = this.between.toMillis() << Math.min(attemptsBefore - 1, DOUBLINGS);
		try {
			Thread.sleep(ThreadLocalRandom.current().nextLong(longest + 1));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
