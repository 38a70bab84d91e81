package orderly.lab.experiments.duplicates;

import java.time.Duration;
import java.util.List;

import orderly.lab.experiments.Driver;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Patience;
import orderly.lab.topics.Event;

/**
 * Step 3: the sender commits while the broker is frozen, and dies before it is back.
 */
class KilledBeforeSending {

	static final int ORDERS = 10;

	private static final String SENDER = "order-service";

	// an outbox is sent 5 s after its relay died, when the dead one's lease has run out
	private static final Patience PATIENCE = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(1));

	private final Bench bench;

	private final Driver driver;

	KilledBeforeSending(Bench bench) {
		this.bench = bench;
		this.driver = bench.lab().driver();
	}

	void run(Notebook notebook) {
		this.driver.pause("kafka");
		List<String> orders = this.bench.place(ORDERS);
		this.driver.kill(SENDER);
		this.driver.resume("kafka");
		this.driver.start(SENDER);
		long said = PATIENCE.until(() -> said(orders), all -> all == ORDERS);
		notebook.number("lost-messages", ORDERS - said);
		notebook.finding(new Finding("killed between commit and sending: no message of %d is lost".formatted(ORDERS),
				said == ORDERS, "%d lost".formatted(ORDERS - said)));
		if (said == ORDERS) {
			long confirmed = this.bench.confirmed(orders);
			notebook.finding(new Finding("and each of these orders is confirmed", confirmed == ORDERS,
					confirmed + " of " + ORDERS));
		}
	}

	private long said(List<String> orders) {
		return this.bench.eventsAbout(orders)
			.stream()
			.filter(event -> event.type().equals("order.placed.v1"))
			.map(Event::key)
			.distinct()
			.count();
	}

}
