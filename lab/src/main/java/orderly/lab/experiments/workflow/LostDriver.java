package orderly.lab.experiments.workflow;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import orderly.lab.client.Basket;
import orderly.lab.client.Order;
import orderly.lab.experiments.Driver;
import orderly.lab.experiments.Fault;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.NotMeasuredException;
import orderly.lab.experiments.Patience;

/**
 * Customers wait at the till when the process that drives their checkout is killed: the
 * money is being taken, and nobody is left to hear of it.
 */
record LostDriver(Lab lab) {

	private static final String DRIVER = "order-service";

	// the charge is made in any case; shorter than the driver waits for it (2.5 s), which
	// would end the order as one in doubt
	private static final Fault SLOW = Fault.NONE.withLatency(Duration.ofMillis(1_500)).withPath("/payments");

	private static final Patience SOON = new Patience(Duration.ofSeconds(5), Duration.ofMillis(20));

	/**
	 * {@return the ids of the orders, of which nobody was told}
	 */
	List<String> orders() {
		Driver driver = lab.driver();
		List<String> older = placed();
		driver.fault("payment-service", SLOW);
		Stream.generate(() -> Basket.of(Customers.SOLD, 2).in("sync"))
			.limit(Customers.TIMES)
			.forEach(basket -> Thread.startVirtualThread(() -> lab.gateway().place(basket)));
		List<String> ids = SOON.until(() -> held(older), held -> held.size() == Customers.TIMES);
		driver.kill(DRIVER);
		driver.heal("payment-service");
		driver.start(DRIVER);
		if (ids.size() < Customers.TIMES) {
			throw new NotMeasuredException("Not each order was on its way when its driver was killed.");
		}
		return ids;
	}

	private List<String> held(List<String> older) {
		Stories stories = new Stories(lab);
		return placed().stream().filter(id -> !older.contains(id)).filter(stories::isHeld).toList();
	}

	/** Those that have not ended. */
	private List<String> placed() {
		return lab.gateway().orders(20).stream().filter(order -> !order.ended()).map(Order::id).toList();
	}

}
