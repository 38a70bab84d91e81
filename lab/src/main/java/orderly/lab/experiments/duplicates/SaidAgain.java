package orderly.lab.experiments.duplicates;

import java.util.List;

import orderly.lab.client.Stock;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Notebook;
import orderly.lab.topics.Event;

/** Step 1: everything that was ever said about some orders is said twice more. */
class SaidAgain {

	static final int ORDERS = 12;

	private static final int REPETITIONS = 2;

	private final Bench bench;

	SaidAgain(Bench bench) {
		this.bench = bench;
	}

	void run(Notebook notebook) {
		Stock before = stock();
		List<String> orders = this.bench.settled(ORDERS);
		this.bench.awaitAllHandled();
		List<Event> events = this.bench.eventsAbout(orders);
		for (int i = 0; i < REPETITIONS; i++) {
			this.bench.topics().sayAgain(events);
		}
		this.bench.awaitAllHandled();
		int mails = this.bench.mailbox().mailsInAll(orders);
		notebook.number("said-again-messages", events.size() * REPETITIONS);
		notebook.number("said-again-double-mails", mails - ORDERS);
		notebook.finding(new Finding("each message is delivered three times: one mail for each order", mails == ORDERS,
				"%d mails for %d orders, after %d messages were said twice more".formatted(mails, ORDERS,
						events.size())));
		notebook.finding(oneEffect(orders, before));
	}

	/** Holds without the inbox, too: the state of an order is the real guard. */
	private Finding oneEffect(List<String> orders, Stock before) {
		List<Long> charges = orders.stream().map(this::charges).distinct().toList();
		int sold = stock().sold() - before.sold();
		return new Finding("and each order is charged once and sold once",
				charges.equals(List.of(1L)) && sold == ORDERS, "charges by order %s, %d sold".formatted(charges, sold));
	}

	private long charges(String order) {
		return this.bench.lab()
			.http()
			.get(this.bench.lab().process().apply("payment-provider").resolve("/ledger?orderId=" + order))
			.body()
			.path("items")
			.valueStream()
			.filter(entry -> entry.path("kind").asString().equals("CHARGE"))
			.count();
	}

	private Stock stock() {
		return this.bench.lab().gateway().stock(Bench.SKU);
	}

}
