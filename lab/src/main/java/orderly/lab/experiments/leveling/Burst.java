package orderly.lab.experiments.leveling;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import orderly.lab.experiments.Fault;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Patience;
import orderly.lab.experiments.books.Endings;
import orderly.lab.experiments.queues.Readings;
import orderly.lab.experiments.queues.Pace;
import orderly.lab.experiments.queues.Shop;
import orderly.lab.load.Load;
import orderly.lab.load.Samples;
import orderly.lab.plots.TimePlot;

/** A thousand orders within five seconds, and what waits meanwhile. */
record Burst(Lab lab, Shop shop, Notebook notebook) {

	static final String SKU = "TEA-004";

	private static final List<String> SERVICES = List.of("inventory-service", "payment-service", "order-service");

	private static final String NARROW = "payment-service";

	// three messages at a time are 30 a second, and three messages for each order (one of
	// them to charge it): a thousand orders take 100 s of the 120 s that an order may
	// wait, and that is less than a slow machine can do while it takes the orders
	private static final Fault BOUNDED = Fault.NONE.withLatency(Duration.ofMillis(100)).withPath("messages");

	private static final Load WARM_UP = Load.at(4).during(Duration.ofSeconds(5));

	// more than the door takes beside everything else on two cores: some wait there, too
	private static final Load ORDERS = Load.at(200).during(Duration.ofSeconds(5));

	private static final double FEWEST_WAITING = 300;

	// readings come twice a second, and a window has six of them
	static final double MOST_SPREAD = 0.25;

	// longer than any order lives; nobody asks for single orders meanwhile, which were a
	// load of its own
	private static final Patience UNTIL_WORKED = new Patience(Duration.ofSeconds(150), Duration.ofSeconds(1));

	Measured measure() {
		shop.endings(WARM_UP.run(shop.order()));
		lab.driver().fault(NARROW, BOUNDED);
		Instant start = Instant.now();
		try (Readings lags = Readings.lags(lab, SERVICES); Readings work = Readings.received(lab, NARROW)) {
			Samples samples = ORDERS.run(shop.order());
			UNTIL_WORKED.until(() -> waiting(lags), all -> all == 0);
			Endings endings = shop.endings(samples);
			judge(samples, endings, lags, new Pace(start, endings.orders()));
			steady(Steadiness.of(work.seen().getOrDefault(NARROW, Collections.emptySortedMap())));
		}
		lab.driver().heal(NARROW);
		shop.audit(notebook);
		return notebook.close();
	}

	private static double waiting(Readings lags) {
		return SERVICES.stream().mapToDouble(lags::last).sum();
	}

	private void judge(Samples samples, Endings endings, Readings lags, Pace pace) {
		notebook.number("orders", samples.count());
		notebook.number("taken-median-ms", Math.round(samples.percentile(50)));
		notebook.number("taken-p95-ms", Math.round(samples.percentile(95)));
		notebook.finding(new Finding("every order is taken", samples.allOk(), samples.toString()));
		notebook.finding(endings.allEnded());
		notebook.finding(new Finding("each is confirmed", endings.shareConfirmed() == 1,
				"%.3f".formatted(endings.shareConfirmed())));
		waits(lags);
		draw(samples, lags, pace);
	}

	private void waits(Readings lags) {
		notebook.number("most-waiting-messages", lags.most(NARROW));
		notebook.finding(new Finding("300 messages or more wait for " + NARROW, lags.most(NARROW) >= FEWEST_WAITING,
				"%.0f".formatted(lags.most(NARROW))));
		double left = UNTIL_WORKED.until(() -> waiting(lags), all -> all == 0);
		notebook.finding(new Finding("none waits at the end", left == 0, "%.0f".formatted(left)));
	}

	private void steady(Steadiness work) {
		notebook.number("messages-per-second", work.perSecond());
		notebook.number("spread", work.spread());
		notebook.finding(new Finding(NARROW + " works evenly", work.spread() <= MOST_SPREAD,
				"%.1f messages a second, spread %.0f %%".formatted(work.perSecond(), 100 * work.spread())));
	}

	private void draw(Samples samples, Readings lags, Pace pace) {
		Map<String, SortedMap<Double, Double>> orders = new TreeMap<>(
				Map.of("placed", pace.placed(), "ended", pace.ended()));
		notebook.plot(TimePlot.of("1,000 orders within 5 s, worked at 10 a second", length(lags, pace))
			.curves("orders", "each second", orders)
			.curves("messages that wait", "", lags.seen())
			.latencies("each order: how long until it was taken", samples)
			.named("load-leveling"));
	}

	/** Until the last message was handled: some come after the end of the last order. */
	private static Duration length(Readings lags, Pace pace) {
		double last = lags.seen().values().stream().mapToDouble(SortedMap::lastKey).max().orElse(0);
		return Duration.ofMillis(Math.max(pace.length().toMillis(), (long) (last * 1_000))).plusSeconds(2);
	}

}
