package orderly.lab.experiments.isolation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.books.Endings;
import orderly.lab.experiments.queues.Pace;
import orderly.lab.experiments.queues.Shop;
import orderly.lab.load.Call;
import orderly.lab.load.Load;
import orderly.lab.load.RunningLoad;
import orderly.lab.load.Samples;
import orderly.lab.plots.TimePlot;

/** Orders come in, and one consumer is dead for a while. */
record Outage(Lab lab, Shop shop, Notebook notebook) {

	private static final double PER_SECOND = 4;

	private static final Duration HEALTHY = Duration.ofSeconds(5);

	private static final Duration DEAD = Duration.ofSeconds(15);

	private static final Duration LOAD = Duration.ofSeconds(25);

	/**
	 * {@return the share of confirmed where nobody is killed}
	 */
	double none() {
		Samples samples = Load.at(PER_SECOND).during(HEALTHY.plus(HEALTHY)).run(shop.orderOnce());
		return judge("nobody", samples, shop.endings(samples));
	}

	/**
	 * {@return the share of confirmed where this one is killed}
	 * @param order how customers order meanwhile
	 */
	double of(String consumer, String suffix, Call order) {
		Instant start = Instant.now();
		RunningLoad load = Load.at(PER_SECOND).during(LOAD).start(order);
		load.awaitElapsed(HEALTHY);
		lab.driver().kill(consumer);
		Duration killed = load.elapsed();
		load.awaitElapsed(killed.plus(DEAD));
		lab.driver().start(consumer);
		Duration back = load.elapsed();
		Samples samples = load.await();
		Endings endings = shop.endings(samples);
		notebook.tenths(consumer + "-away-s", back.minus(killed).toMillis() / 1000.0);
		draw(consumer + suffix, new Pace(start, endings.orders()), samples, killed, back);
		return judge(consumer, samples, endings);
	}

	private double judge(String killed, Samples samples, Endings endings) {
		Finding ended = endings.allEnded();
		notebook.finding(new Finding(killed + " killed: every order is taken", samples.allOk(), samples.toString()));
		notebook.finding(new Finding(killed + " killed: " + ended.what(), ended.held(), ended.seen()));
		notebook.number(killed + "-orders", samples.count());
		notebook.number(killed + "-confirmed-share", endings.shareConfirmed());
		notebook.number(killed + "-taken-median-ms", Math.round(samples.ok().percentile(50)));
		return endings.shareConfirmed();
	}

	private void draw(String name, Pace pace, Samples samples, Duration killed, Duration back) {
		Map<String, SortedMap<Double, Double>> series = new TreeMap<>(
				Map.of("placed", pace.placed(), "ended", pace.ended()));
		notebook.plot(TimePlot.of(name + " is killed", pace.length().plusSeconds(1))
			.window("down until it is reached again", killed, back)
			.latencies("each order: how long until it was taken", samples)
			.curves("orders", "each second", series)
			.named("failure-isolation-" + name));
	}

}
