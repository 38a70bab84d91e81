package orderly.lab.experiments.retry;

import java.time.Duration;

import orderly.lab.client.Basket;
import orderly.lab.experiments.Fault;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.books.Shelf;
import orderly.lab.load.Customer;
import orderly.lab.load.Load;
import orderly.lab.load.Samples;

/** Answers are lost after the work is done, and the client sends again, without a key. */
class LostAnswers {

	private static final String SKU = "CUP-001";

	private static final int PLENTY = 2_000;

	private static final double PER_SECOND = 8;

	private static final Duration LENGTH = Duration.ofSeconds(10);

	/** How many orders customers want. */
	static final int ORDERS = (int) (PER_SECOND * LENGTH.toSeconds());

	// of all instances
	private static final Fault LOST = Fault.NONE.withLost(0.2).withPath("/orders");

	private final Lab lab;

	LostAnswers(Lab lab) {
		this.lab = lab;
		Shelf.with(lab, SKU, PLENTY);
	}

	Orders run() {
		Made made = Made.fromNow(this.lab, SKU);
		// a breaker that opens would be a second answer to the same question
		this.lab.driver().policy("circuit-breaker", false);
		this.lab.driver().fault("order-service", LOST);
		Samples heard = Load.at(PER_SECOND)
			.during(LENGTH)
			.run(new Customer(this.lab.gateway()).resending(4, Duration.ofMillis(100)).order(Basket.of(SKU, 1)));
		this.lab.driver().heal("order-service");
		return made.of(heard);
	}

}
