package orderly.lab.experiments.retry;

import java.time.Duration;
import java.util.List;

import orderly.lab.client.Basket;
import orderly.lab.experiments.Driver;
import orderly.lab.experiments.Fault;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.NotMeasuredException;
import orderly.lab.experiments.books.Books;
import orderly.lab.experiments.books.Endings;
import orderly.lab.experiments.books.Shelf;
import orderly.lab.load.Customer;
import orderly.lab.load.Load;
import orderly.lab.load.RunningLoad;
import orderly.lab.load.Samples;
import orderly.lab.plots.Plot;
import orderly.lab.plots.TimePlot;

/** One of two instances fails, dies and comes back, while customers order. */
class Trouble {

	// a second instance is there, so that somebody can answer; more would need fewer
	// retries
	private static final int INSTANCES = 2;

	private static final String FAILING = "order-service#2";

	private static final String SKU = "CUP-001";

	private static final int PLENTY = 2_000;

	private static final double PER_SECOND = 6;

	private static final Duration KILLED_AT = Duration.ofSeconds(12);

	// a start takes 10 to 20 s beside the load, and then there is time to fail once more
	private static final Duration LENGTH = Duration.ofSeconds(45);

	private static final Duration FAILS_AGAIN = Duration.ofSeconds(5);

	/** How many orders customers want. */
	static final int ORDERS = (int) (PER_SECOND * LENGTH.toSeconds());

	private static final Fault FAULTS = Fault.NONE.withErrors(0.3).withLost(0.2).withPath("/orders");

	private final Lab lab;

	private final Driver driver;

	private final Shelf shelf;

	private Duration back = LENGTH;

	Trouble(Lab lab) {
		this.lab = lab;
		this.driver = lab.driver();
		this.driver.scale("order-service", INSTANCES);
		this.shelf = Shelf.with(lab, SKU, PLENTY);
	}

	/** Everybody orders under a key, and sends once. */
	Orders run() {
		Made made = Made.fromNow(this.lab, SKU);
		this.driver.fault(FAILING, FAULTS);
		RunningLoad load = Load.at(PER_SECOND)
			.during(LENGTH)
			.start(new Customer(this.lab.gateway()).keyedOrder(Basket.of(SKU, 1)));
		load.awaitElapsed(KILLED_AT);
		this.driver.kill(FAILING);
		this.driver.start(FAILING);
		this.driver.fault(FAILING, FAULTS);
		this.back = load.elapsed();
		Samples heard = load.await();
		this.driver.heal(FAILING);
		if (this.back.plus(FAILS_AGAIN).compareTo(LENGTH) > 0) {
			throw new NotMeasuredException(
					"The killed instance was back %d s after the first of %d s of orders; is the machine busy?"
						.formatted(this.back.toSeconds(), LENGTH.toSeconds()));
		}
		return made.of(heard);
	}

	/** What was sold and charged says the same in other words. */
	List<Finding> books(Orders orders) {
		Books books = new Books(this.lab);
		return List.of(new Endings(orders.made()).allEnded(), books.stock(this.shelf, orders.made()),
				books.money(orders.made()));
	}

	Plot picture(String name, String title, Orders orders) {
		return TimePlot.of(title, LENGTH)
			.window("the failing instance is killed and starts", KILLED_AT, this.back)
			.latencies("each order, from its schedule to the answer", orders.heard())
			.named(name);
	}

}
