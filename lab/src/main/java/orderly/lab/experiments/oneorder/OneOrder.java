package orderly.lab.experiments.oneorder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import orderly.lab.client.Order;
import orderly.lab.client.Placement;
import orderly.lab.experiments.Experiment;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Prediction;
import orderly.lab.experiments.books.Books;
import orderly.lab.experiments.books.Shelf;
import orderly.lab.plots.Bars;

/** Follows single orders through every process that they touch. */
public class OneOrder implements Experiment {

	static final int QUANTITY = 2;

	private static final String SOLD = "ACC-005";

	private static final String EMPTY = "ACC-003";

	private static final int PLENTY = 200;

	// enough for a median, few enough to be done in seconds
	private static final int TIMES = 3;

	private static final Duration LONGEST = Duration.ofSeconds(60);

	@Override
	public String name() {
		return "one-order";
	}

	@Override
	public String chapter() {
		return "01 One request, many processes";
	}

	@Override
	public String claim() {
		return "Every order is one trace, from the gateway through every process that works on it, over HTTP, Kafka and SQL; "
				+ "an exemplar of a latency metric leads to it and to the log lines of every service; "
				+ "and stock, payments, the provider's ledger and the orders agree to the piece and the cent.";
	}

	@Override
	public int memoryMegabytes() {
		return 100;
	}

	@Override
	public Prediction prediction() {
		return new Prediction(
				"An order is refused because stock is short. Which processes of ours have a span in its trace?",
				List.of("the gateway alone", "gateway, order-service and inventory-service", "all four"), 1);
	}

	@Override
	public Measured on(Lab lab) {
		Notebook notebook = new Notebook(lab.voice());
		Shelf sold = Shelf.with(lab, SOLD, PLENTY);
		Shelf empty = Shelf.with(lab, EMPTY, 0);
		List<Placed> orders = place(lab);
		ends(orders, notebook);
		Traces traces = new Traces(lab.zipkin());
		Case.all().forEach(kind -> notebook.finding(traces.finding(kind, of(kind, orders))));
		traces.picture().ifPresent(notebook::plot);
		new ExemplarWalk(lab).findings(orders).forEach(notebook::finding);
		books(lab, List.of(sold, empty), orders, notebook);
		numbers(orders, notebook);
		return notebook.close();
	}

	private static void books(Lab lab, List<Shelf> shelves, List<Placed> placed, Notebook notebook) {
		List<Order> orders = placed.stream().map(Placed::order).flatMap(Optional::stream).toList();
		Books books = new Books(lab);
		shelves.forEach(shelf -> notebook.finding(books.stock(shelf, orders)));
		notebook.finding(books.money(orders));
	}

	private static List<Placed> place(Lab lab) {
		List<Placed> orders = new ArrayList<>();
		for (int i = 0; i < TIMES; i++) {
			Case.all().forEach(kind -> orders.add(place(lab, kind)));
		}
		return orders;
	}

	static Placed place(Lab lab, Case kind) {
		Placement placement = lab.gateway().placeAndFollow(kind.basket(SOLD, EMPTY), LONGEST);
		return new Placed(kind, placement);
	}

	private static void ends(List<Placed> orders, Notebook notebook) {
		for (Case kind : Case.all()) {
			List<String> others = of(kind, orders).stream()
				.filter(order -> !order.asExpected())
				.map(order -> order.placement().outcome() + ", trace " + order.traceId())
				.toList();
			notebook.finding(new Finding("%s: %d orders end so".formatted(kind.title(), TIMES), others.isEmpty(),
					String.join("; ", others)));
		}
	}

	private static void numbers(List<Placed> orders, Notebook notebook) {
		List<Bars.Bar> bars = new ArrayList<>();
		for (Case kind : Case.all()) {
			List<Double> times = of(kind, orders).stream().map(Placed::milliseconds).toList();
			Bars.Bar bar = new Bars.Bar(kind.title(), times, "async".equals(kind.checkout()) ? "#d9822b" : "#2f81c7");
			bars.add(bar);
			notebook.tenths(kind.number() + "-median-ms", bar.median());
		}
		notebook.plot(Bars.plot("one-order-times",
				"One order, from the request to its end (median of %d)".formatted(TIMES), "ms", bars));
	}

	static List<Placed> of(Case kind, List<Placed> orders) {
		return orders.stream().filter(order -> order.kind().equals(kind)).toList();
	}

}
