package orderly.lab.experiments.responsiveness;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import orderly.lab.experiments.Fault;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.books.Endings;
import orderly.lab.experiments.queues.Pace;
import orderly.lab.experiments.queues.Shop;
import orderly.lab.load.Load;
import orderly.lab.load.Samples;
import orderly.lab.plots.Colours;
import orderly.lab.plots.Distribution;
import orderly.lab.plots.Distribution.Case;

/** The same load twice, the second time with payment-service 2 s slower. */
record SlowPayments(Lab lab, Shop shop, Notebook notebook) {

	static final String SKU = "TEA-003";

	private static final String SLOW = "payment-service";

	private static final Fault SLOWER = Fault.NONE.withLatency(Duration.ofSeconds(2));

	// 4 a second for 15 s: three at a time and 2 s each, the last is paid after about 50
	// s
	private static final double PER_SECOND = 4;

	private static final Duration LOAD = Duration.ofSeconds(15);

	private static final Duration WARM_UP = Duration.ofSeconds(5);

	Measured measure(String plot) {
		shop.endings(Load.at(PER_SECOND).during(WARM_UP).run(shop.order()));
		Samples healthy = orders("healthy");
		lab.driver().fault(SLOW, SLOWER.withPath("messages"));
		lab.driver().fault(SLOW, SLOWER.withPath("/payments"));
		Samples slow = orders("slow");
		lab.driver().heal(SLOW);
		shop.audit(notebook);
		notebook.plot(Distribution.plot(plot, "How long a customer waits until an order is accepted",
				List.of(new Case("payment-service as usual", healthy, Colours.ON),
						new Case("payment-service 2 s slower", slow, Colours.OFF))));
		return notebook.close();
	}

	private Samples orders(String phase) {
		Samples samples = Load.at(PER_SECOND).during(LOAD).run(shop.order());
		Endings endings = shop.endings(samples);
		notebook.number(phase + "-orders", samples.count());
		notebook.number(phase + "-accepted-median-ms", Math.round(samples.percentile(50)));
		notebook.number(phase + "-accepted-p95-ms", Math.round(samples.percentile(95)));
		notebook.number(phase + "-ended-median-ms",
				Math.round(new Pace(Instant.EPOCH, endings.orders()).medianMilliseconds()));
		notebook.number(phase + "-confirmed-share", endings.shareConfirmed());
		notebook.finding(new Finding(phase + ": every order is taken and confirmed",
				samples.allOk() && endings.shareConfirmed() == 1,
				samples + ", %.3f confirmed".formatted(endings.shareConfirmed())));
		return samples;
	}

}
