package orderly.lab.experiments.tracing;

import java.time.Duration;
import java.util.List;

import orderly.lab.experiments.Experiment;
import orderly.lab.experiments.Fault;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Pattern;
import orderly.lab.experiments.Prediction;
import orderly.lab.experiments.books.Quiet;
import orderly.lab.experiments.books.Shelf;

/** Makes one service slow and asks the traces which one it was. */
public class DistributedTracing implements Experiment {

	private static final Duration SLOWER = Duration.ofMillis(400);

	// below that, fragments of two processes could still be put together by hand
	private static final int PIECES = 5;

	@Override
	public String name() {
		return "distributed-tracing";
	}

	@Override
	public String chapter() {
		return "02 Tracing: logs, metrics and traces as one";
	}

	@Override
	public String claim() {
		return "With payment-service 400 ms slower, the trace of each of 10 orders, 5 in each checkout, names it by the "
				+ "self-times of its spans alone; with inventory-service slower instead, each of 5 names that one. "
				+ "Without propagation each of 5 orders falls apart into at least 5 traces, and with it the same count gives 1.";
	}

	@Override
	public int memoryMegabytes() {
		return 100;
	}

	@Override
	public Prediction prediction() {
		return new Prediction("Every order got slower by half a second. What tells you which service it is?", List
			.of("the latency that the gateway measures", "the log of each service", "the trace of one slow order"), 2);
	}

	@Override
	public List<Pattern> patterns() {
		return List.of(Pattern.policy("tracing"));
	}

	@Override
	public Measured off(Lab lab) {
		Notebook notebook = new Notebook(lab.voice());
		Orders orders = prepared(lab);
		lab.driver().policy("tracing", false);
		slow(lab, "payment-service");
		new Pieces(lab).note(orders, notebook);
		return notebook.close();
	}

	@Override
	public Measured on(Lab lab) {
		Notebook notebook = new Notebook(lab.voice());
		Orders orders = prepared(lab);
		whole(new Pieces(lab).ofOne(orders), notebook);
		Culprits culprits = new Culprits(lab.zipkin(), notebook);
		culprits.note("nobody", "healthy", orders.place());
		slow(lab, "payment-service");
		culprits.note("payment-service", "payment slow", orders.place());
		lab.driver().heal("payment-service");
		slow(lab, "inventory-service");
		culprits.note("inventory-service", "inventory slow", orders.placeAsync());
		culprits.draw("payment-service");
		return notebook.close();
	}

	@Override
	public List<Finding> compare(Measured off, Measured on) {
		double fewest = off.number("fewest-traces-per-order");
		return List.of(new Finding("without propagation each order falls apart into at least 5 traces",
				fewest >= PIECES, "%.0f at least".formatted(fewest)));
	}

	/** Else the count without propagation would count what is not the order's. */
	private static void whole(int traces, Notebook notebook) {
		notebook.number("traces-per-order", traces);
		notebook.finding(new Finding("with propagation an order is one trace", traces == 1, "%d".formatted(traces)));
	}

	private static Orders prepared(Lab lab) {
		Quiet.await(lab);
		Shelf.with(lab, Orders.SKU, Orders.PLENTY);
		Orders orders = new Orders(lab);
		orders.warmUp();
		return orders;
	}

	/** Each message and each request of its neighbours takes longer. */
	private static void slow(Lab lab, String service) {
		lab.driver().fault(service, Fault.NONE.withLatency(SLOWER).withPath("messages"));
		if (service.equals("payment-service")) {
			lab.driver().fault(service, Fault.NONE.withLatency(SLOWER).withPath("/payments"));
		}
	}

}
