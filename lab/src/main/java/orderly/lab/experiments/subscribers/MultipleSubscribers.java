package orderly.lab.experiments.subscribers;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import orderly.lab.client.Basket;
import orderly.lab.client.Mailbox;
import orderly.lab.experiments.Driver;
import orderly.lab.experiments.Experiment;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Patience;
import orderly.lab.experiments.Prediction;
import orderly.lab.experiments.books.Shelf;
import orderly.lab.load.Customer;
import orderly.lab.load.Load;
import orderly.lab.load.RunningLoad;
import orderly.lab.load.Sample;
import orderly.lab.load.Samples;
import orderly.lab.plots.Bars;
import orderly.lab.plots.Bars.Bar;
import orderly.lab.plots.Colours;

/**
 * Lets a subscriber join, leave and join again under load, and asks the sender nothing.
 */
public class MultipleSubscribers implements Experiment {

	private static final String GUEST = "notifications";

	private static final String SKU = "COF-001";

	private static final double PER_SECOND = 3;

	private static final Duration ALONE = Duration.ofSeconds(10);

	private static final Duration TOGETHER = Duration.ofSeconds(45);

	private static final int PLENTY = 600;

	private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60), Duration.ofMillis(500));

	@Override
	public String name() {
		return "multiple-subscribers";
	}

	@Override
	public String chapter() {
		return "08 Sender and receiver";
	}

	@Override
	public String claim() {
		return "A subscriber joins, leaves and joins again while %.0f orders a second are placed: "
			.formatted(PER_SECOND)
				+ "every order is taken and confirmed, each of them gets exactly one mail, also those that were confirmed "
				+ "while nobody wrote mails, and order-service is the same process from beginning to end.";
	}

	@Override
	public int memoryMegabytes() {
		return 350;
	}

	@Override
	public Prediction prediction() {
		return new Prediction(
				"notifications is started after a hundred orders were confirmed. How many of them get a mail?",
				List.of("all", "none", "those that are still in its memory"), 0);
	}

	@Override
	public Measured on(Lab lab) {
		Notebook notebook = new Notebook(lab.voice());
		Sender sender = new Sender(lab);
		double began = sender.startTime();
		prepare(lab);
		Samples samples = placeWhileItComesAndGoes(lab);
		List<String> ids = samples.ok().all().stream().map(MultipleSubscribers::id).toList();
		notebook.finding(new Finding("every order is taken", samples.allOk(), samples.toString()));
		confirmed(lab, ids, notebook);
		mails(lab, ids, notebook);
		notebook.finding(new Finding("order-service is the process that it was", sender.startTime() == began,
				"started at %.0f".formatted(sender.startTime())));
		latencies(samples, notebook);
		return notebook.close();
	}

	/** Nobody listens at the beginning. */
	private static void prepare(Lab lab) {
		Shelf.with(lab, SKU, PLENTY);
		if (!lab.driver().instances(GUEST).isEmpty()) {
			lab.driver().stop(GUEST);
		}
	}

	private static Samples placeWhileItComesAndGoes(Lab lab) {
		Driver driver = lab.driver();
		RunningLoad load = Load.at(PER_SECOND)
			.during(ALONE.plus(TOGETHER))
			.start(new Customer(lab.gateway()).keyedOrder(Basket.of(SKU, 1)));
		load.awaitElapsed(ALONE);
		driver.start(GUEST);
		driver.stop(GUEST);
		driver.start(GUEST);
		return load.await();
	}

	private static String id(Sample sample) {
		return sample.answer().body().path("id").asString();
	}

	private static void confirmed(Lab lab, List<String> ids, Notebook notebook) {
		long confirmed = ids.stream().filter(id -> lab.gateway().follow(id, PATIENCE.longest()).confirmed()).count();
		notebook.number("confirmed", confirmed);
		notebook.finding(new Finding("and confirmed", confirmed == ids.size(), confirmed + " of " + ids.size()));
	}

	private static void mails(Lab lab, List<String> ids, Notebook notebook) {
		Mailbox mailbox = new Mailbox(lab.http(), lab.process().apply(GUEST));
		Map<String, Integer> mails = PATIENCE.until(() -> mailbox.mailsTo(ids), seen -> !seen.containsValue(0));
		long none = mails.values().stream().filter(count -> count == 0).count();
		long several = mails.values().stream().filter(count -> count > 1).count();
		notebook.number("without-exactly-one-mail", none + several);
		notebook.finding(new Finding("each gets exactly one mail", none + several == 0,
				"%d got none, %d several".formatted(none, several)));
	}

	private static void latencies(Samples samples, Notebook notebook) {
		Samples alone = samples.between(Duration.ZERO, ALONE);
		Samples together = samples.between(ALONE, ALONE.plus(TOGETHER));
		notebook.number("taken-alone-median-ms", Math.round(alone.percentile(50)));
		notebook.number("taken-together-median-ms", Math.round(together.percentile(50)));
		notebook.plot(Bars.plot("multiple-subscribers", "How long it took to take an order (median and each)", "ms",
				List.of(bar("nobody listens", alone), bar("it comes and goes", together))));
	}

	private static Bar bar(String label, Samples samples) {
		return new Bar(label, samples.all().stream().map(Sample::milliseconds).toList(), Colours.BLUE);
	}

}
