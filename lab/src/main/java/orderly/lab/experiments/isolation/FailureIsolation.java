package orderly.lab.experiments.isolation;

import java.util.List;

import orderly.lab.experiments.Experiment;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.NotMeasuredException;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Pattern;
import orderly.lab.experiments.Prediction;
import orderly.lab.experiments.queues.Shop;

/** Kills each consumer in turn while orders come in, and counts what is lost. */
public class FailureIsolation implements Experiment {

	static final String SKU = "TEA-002";

	private static final List<String> BEHIND = List.of("inventory-service", "payment-service");

	private static final String DOOR = "order-service";

	// 15 s of 25 s without a consumer: half would fail, and a loss of 10 % is no accident
	private static final double MOST_CONFIRMED_WITHOUT = 0.9;

	@Override
	public String name() {
		return "failure-isolation";
	}

	@Override
	public String chapter() {
		return "11 Queues: what they buy, what they cost";
	}

	@Override
	public String claim() {
		return "inventory-service, payment-service and order-service are killed one after the other, and started again 15 s "
				+ "later, while 4 orders a second come: every order is taken, at the first try while one of the first two is "
				+ "away (while order-service is, customers send again under a key what gets no answer or a 5xx); every accepted "
				+ "order ends, and all are confirmed, as without the fault. "
				+ "In the synchronous checkout at most 90 % are confirmed while payment-service is killed.";
	}

	@Override
	public int memoryMegabytes() {
		return 100;
	}

	@Override
	public Prediction prediction() {
		return new Prediction(
				"payment-service is dead for 15 s. What becomes of the orders that are placed in that time?",
				List.of("they are refused", "they are cancelled", "they are confirmed, later"), 2);
	}

	@Override
	public List<Pattern> patterns() {
		return List.of(Shop.ASYNC);
	}

	@Override
	public Measured off(Lab lab) {
		Notebook notebook = new Notebook(lab.voice());
		Shop shop = Shop.open(lab, SKU, "sync");
		double share = new Outage(lab, shop, notebook).of("payment-service", "-sync", shop.order());
		notebook.number("confirmed-share", share);
		return notebook.close();
	}

	@Override
	public Measured on(Lab lab) {
		Notebook notebook = new Notebook(lab.voice());
		Shop shop = Shop.open(lab, SKU, Shop.checkout(lab));
		Outage outage = new Outage(lab, shop, notebook);
		double usual = outage.none();
		if (usual < 1) {
			throw new NotMeasuredException(
					"Nobody is killed, and %.3f are confirmed: something else is wrong.".formatted(usual));
		}
		BEHIND.forEach(consumer -> judge(consumer, usual, outage.of(consumer, "", shop.orderOnce()), notebook));
		judge(DOOR, usual, outage.of(DOOR, "", shop.order()), notebook);
		shop.audit(notebook);
		return notebook.close();
	}

	@Override
	public List<Finding> compare(Measured off, Measured on) {
		double confirmed = off.number("confirmed-share");
		return List.of(new Finding("the synchronous checkout loses a tenth at least",
				confirmed <= MOST_CONFIRMED_WITHOUT, "%.3f confirmed".formatted(confirmed)));
	}

	static void judge(String consumer, double usual, double share, Notebook notebook) {
		notebook.finding(new Finding(consumer + " killed: as many are confirmed as without the fault", share >= usual,
				"%.3f, without the fault %.3f".formatted(share, usual)));
	}

}
