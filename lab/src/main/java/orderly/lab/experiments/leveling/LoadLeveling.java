package orderly.lab.experiments.leveling;

import java.util.List;

import orderly.lab.experiments.Experiment;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Pattern;
import orderly.lab.experiments.Prediction;
import orderly.lab.experiments.queues.Shop;

/** Sends a thousand orders in a burst to a service that can work ten a second. */
public class LoadLeveling implements Experiment {

	@Override
	public String name() {
		return "load-leveling";
	}

	@Override
	public String chapter() {
		return "11 Queues: what they buy, what they cost";
	}

	@Override
	public String claim() {
		return "1,000 orders come within 5 s, and payment-service can take 10 a second at most (100 ms a message, three at a time, "
				+ "three messages an order). Every order is taken (their "
				+ "customers send again under a key what nobody answers), 300 messages or more wait for payment-service and none at the end; "
				+ "it works evenly: between the first and the last tenth of its messages their rate spreads over windows of 3 s "
				+ "by at most 25 % of its mean; each one is confirmed, and all books agree.";
	}

	@Override
	public int memoryMegabytes() {
		return 200;
	}

	@Override
	public Prediction prediction() {
		return new Prediction(
				"1,000 orders come within 5 s, and payment-service can take 10 a second. What becomes of them?",
				List.of("most are refused", "all are confirmed within two minutes", "payment-service breaks down"), 1);
	}

	@Override
	public List<Pattern> patterns() {
		return List.of(Shop.ASYNC);
	}

	@Override
	public Measured on(Lab lab) {
		return new Burst(lab, Shop.open(lab, Burst.SKU, Shop.checkout(lab)), new Notebook(lab.voice())).measure();
	}

}
