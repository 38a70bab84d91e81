package orderly.lab.experiments.breaker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import orderly.lab.client.Basket;
import orderly.lab.experiments.Fault;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.NotMeasuredException;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Patience;
import orderly.lab.experiments.books.Shelf;
import orderly.lab.load.Call;
import orderly.lab.load.Customer;
import orderly.lab.load.Load;
import orderly.lab.load.RunningLoad;
import orderly.lab.load.Samples;
import orderly.lab.plots.Plot;
import orderly.lab.plots.TimePlot;

/** Orders while inventory hangs, and while it is dead; and what the breaker did. */
class Outage {

	private static final String SKU = "TEA-007";

	private static final String INVENTORY = "inventory-service";

	private static final double ORDERS_PER_SECOND = 10;

	private static final Duration HANGING = Duration.ofSeconds(12);

	// longer than a client waits (300 ms), and than the breaker calls slow
	private static final Fault HANGS = Fault.NONE.withLatency(Duration.ofSeconds(2)).withPath("/stock");

	// so long the registry still lists it, or the gateway's breaker is open once more;
	// later nobody is there to ask, and the edge says so without any breaker
	private static final Duration DEAD = Duration.ofSeconds(5);

	// pauses of 2 s, and three probes that only come with orders
	private static final Patience PATIENCE = new Patience(Duration.ofSeconds(40), Duration.ofMillis(250));

	private final Lab lab;

	private final Customer customer;

	private final Transitions transitions;

	private final Arrivals arrivals;

	private Samples hanging = new Samples(List.of());

	private Samples dead = new Samples(List.of());

	private Samples stock = new Samples(List.of());

	private double reaching;

	private Instant killed = Instant.MAX;

	private Instant healed = Instant.MAX;

	Outage(Lab lab) {
		Shelf.with(lab, SKU, 2_000);
		this.lab = lab;
		this.customer = new Customer(lab.gateway());
		this.transitions = new Transitions(lab.logs(), "order-service", INVENTORY, Instant.now());
		this.arrivals = new Arrivals(lab, INVENTORY, "/stock");
	}

	/** Each question about stock waits for longer than anybody listens. */
	Outage hang() {
		// warm, and not measured
		Load.at(ORDERS_PER_SECOND).during(Duration.ofSeconds(3)).run(order());
		double before = this.arrivals.now();
		this.lab.driver().fault(INVENTORY, HANGS);
		this.hanging = Load.at(ORDERS_PER_SECOND).during(HANGING).run(order());
		this.lab.driver().heal(INVENTORY);
		this.reaching = this.arrivals.settled() - before;
		return this;
	}

	/** The process is killed: nobody is there to hang. */
	void die() {
		if (!awaitClosed()) {
			throw new NotMeasuredException(
					"The breaker did not close after inventory-service had hung: nothing can open it.");
		}
		this.killed = Instant.now();
		this.lab.driver().kill(INVENTORY);
		RunningLoad orders = Load.at(ORDERS_PER_SECOND).during(DEAD).start(order());
		this.stock = Load.at(ORDERS_PER_SECOND).during(DEAD).run(this.customer.stock(SKU));
		this.dead = orders.await();
		this.lab.driver().start(INVENTORY);
		this.healed = Instant.now();
		awaitClosed();
	}

	void numbers(Notebook notebook) {
		notebook.number("hanging-orders", this.hanging.count());
		notebook.number("hanging-failed", this.hanging.failed().count());
		notebook.number("hanging-calls-reaching", this.reaching);
		notebook.number("hanging-p50-ms", Math.round(this.hanging.percentile(50)));
		notebook.number("hanging-p90-ms", Math.round(this.hanging.percentile(90)));
		notebook.number("hanging-p99-ms", Math.round(this.hanging.percentile(99)));
	}

	List<Finding> findings() {
		return List.of(taken("hangs", this.hanging), taken("is dead", this.dead),
				Transitions.cycle("hung", this.transitions.statesUntil(this.killed)),
				Transitions.cycle("was dead", this.transitions.statesSince(this.killed)),
				new Substitutes(this.stock).areMostAndQuick());
	}

	/** From the moment when inventory serves again to a closed breaker. */
	Optional<Duration> recovered() {
		return this.transitions.lastTo("CLOSED")
			.filter(at -> at.isAfter(this.healed))
			.map(at -> Duration.between(this.healed, at));
	}

	Plot picture() {
		Instant begin = this.transitions.since();
		Duration length = Duration.between(begin, Instant.now());
		return TimePlot.of("An order each 100 ms while inventory hangs, by what the breaker did", length)
			.bands("breaker of inventory-service, in order-service", this.transitions.bands(length))
			.latencies("orders while it hangs (first %d s)".formatted(HANGING.toSeconds()), this.hanging)
			.named("circuit-breaker");
	}

	private static Finding taken(String how, Samples samples) {
		return new Finding("inventory %s: every order is taken".formatted(how), samples.allOk(), samples.toString());
	}

	/** A breaker finds out by calls that somebody makes. */
	private boolean awaitClosed() {
		return PATIENCE.until(() -> {
			order().work().get();
			return this.transitions.isClosed();
		}, Boolean::booleanValue);
	}

	private Call order() {
		return this.customer.order(Basket.of(SKU, 1));
	}

}
