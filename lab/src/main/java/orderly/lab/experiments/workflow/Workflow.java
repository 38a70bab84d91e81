package orderly.lab.experiments.workflow;

import java.util.List;

import orderly.lab.experiments.Experiment;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Prediction;
import orderly.lab.experiments.books.Books;
import orderly.lab.experiments.books.Quiet;
import orderly.lab.experiments.books.Shelf;

/** Lets orders end in every way, and looks whether what was done for them is undone. */
public class Workflow implements Experiment {

	private static final int PLENTY = 200;

	@Override
	public String name() {
		return "workflow";
	}

	@Override
	public String chapter() {
		return "10 Workflows: all or nothing without a transaction";
	}

	@Override
	public String claim() {
		return "Orders end as they should, %d in each way: confirmed, short and declined in both checkouts, "
			.formatted(Customers.TIMES)
				+ "cancelled by the customer before and after the charge, in doubt while the customer waits, "
				+ "and by the deadline where the process that drives the checkout is killed. "
				+ "Within 40 s of each what was held is sold or released, and what was charged is kept or refunded; "
				+ "stock, payments, the provider's ledger and the orders agree. "
				+ "The deadline of an asynchronous order takes two minutes, and is left out.";
	}

	@Override
	public int memoryMegabytes() {
		return 100;
	}

	@Override
	public Prediction prediction() {
		return new Prediction(
				"A customer waits at the till. The provider takes the money, but its answer comes too late. "
						+ "What does the customer get?",
				List.of("the goods, as they are paid", "a cancelled order, and the money back",
						"a cancelled order, and a letter to the bank"),
				1);
	}

	@Override
	public Measured on(Lab lab) {
		Quiet.await(lab);
		Notebook notebook = new Notebook(lab.voice());
		List<Shelf> shelves = List.of(Shelf.with(lab, Customers.SOLD, PLENTY), Shelf.with(lab, Customers.EMPTY, 0));
		Ways ways = new Ways(lab, notebook);
		letAllEnd(lab, ways);
		notebook.plot(ways.plot());
		Books books = new Books(lab);
		shelves.forEach(shelf -> notebook.finding(books.stock(shelf, ways.orders())));
		notebook.finding(books.money(ways.orders()));
		return notebook.close();
	}

	private static void letAllEnd(Lab lab, Ways ways) {
		Customers customers = new Customers(lab);
		for (String checkout : List.of("async", "sync")) {
			ways.note(Way.CONFIRMED, checkout, customers.buy(checkout));
			ways.note(Way.DECLINED, checkout, customers.payWith("card-declined", checkout));
		}
		ways.note(Way.UNKNOWN, "sync", customers.payWith("card-timeout", "sync"));
		ways.note(Way.DEADLINE, "sync", new LostDriver(lab).orders());
		ways.note(Way.CUSTOMER, "async", customers.cancelBeforeThePayment());
		ways.note(Way.CUSTOMER_CHARGED, "async", customers.cancelAfterThePayment());
		lab.driver().policy("availability", false);
		ways.note(Way.SHORT, "async", customers.buyWhatIsNotThere("async"));
		ways.note(Way.SHORT, "sync", customers.buyWhatIsNotThere("sync"));
		lab.driver().policy("availability", true);
	}

}
