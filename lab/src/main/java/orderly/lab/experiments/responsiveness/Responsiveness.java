package orderly.lab.experiments.responsiveness;

import java.util.List;
import java.util.stream.Stream;

import orderly.lab.experiments.Experiment;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Pattern;
import orderly.lab.experiments.Prediction;
import orderly.lab.experiments.Verdict;
import orderly.lab.experiments.queues.Shop;

/** Makes the consumer behind the queue slow and asks those at the door. */
public class Responsiveness implements Experiment {

	// twice, because a median of 60 on a busy machine differs; the fault alone is 2,000
	// ms
	private static final double MOST_RATIO = 2;

	private static final double SECOND = 1_000;

	@Override
	public String name() {
		return "responsiveness";
	}

	@Override
	public String chapter() {
		return "11 Queues: what they buy, what they cost";
	}

	@Override
	public String claim() {
		return "payment-service takes 2 s longer for each call and each message while 4 orders a second come (sent again under a key where nobody answers): half of them "
				+ "are accepted within twice the time it takes without the fault, 95 % within 1 s, and all are confirmed, "
				+ "half of them 2 s later or more. In the synchronous checkout the customer waits at least 1 s longer, or "
				+ "fewer than half of the orders are confirmed.";
	}

	@Override
	public int memoryMegabytes() {
		return 100;
	}

	@Override
	public Prediction prediction() {
		return new Prediction("payment-service gets 2 s slower. How much longer does it take to place an order?",
				List.of("not at all", "2 s", "ever longer: orders queue up at the door"), 0);
	}

	@Override
	public List<Pattern> patterns() {
		return List.of(Shop.ASYNC);
	}

	@Override
	public Measured off(Lab lab) {
		return new SlowPayments(lab, Shop.open(lab, SlowPayments.SKU, "sync"), new Notebook(lab.voice()))
			.measure("responsiveness-sync");
	}

	@Override
	public Measured on(Lab lab) {
		return new SlowPayments(lab, Shop.open(lab, SlowPayments.SKU, Shop.checkout(lab)), new Notebook(lab.voice()))
			.measure("responsiveness");
	}

	@Override
	public Verdict verdict(Measured off, Measured on) {
		return Verdict.of(Stream.concat(on.findings().stream(), Stream.of(accepted(on), tail(on), later(on), sync(off)))
			.toList());
	}

	private static Finding accepted(Measured on) {
		double ratio = on.number("slow-accepted-median-ms") / on.number("healthy-accepted-median-ms");
		return new Finding("half are accepted within twice the time without the fault", ratio <= MOST_RATIO,
				"%.2f times".formatted(ratio));
	}

	private static Finding tail(Measured on) {
		double tail = on.number("slow-accepted-p95-ms");
		return new Finding("95 % are accepted within 1 s", tail <= SECOND, "%.0f ms".formatted(tail));
	}

	/** Else the fault was none. */
	private static Finding later(Measured on) {
		double later = on.number("slow-ended-median-ms");
		return new Finding("half end 2 s after they were placed, or later", later >= 2 * SECOND,
				"%.0f ms".formatted(later));
	}

	private static Finding sync(Measured off) {
		double added = off.number("slow-accepted-median-ms") - off.number("healthy-accepted-median-ms");
		double share = off.number("slow-confirmed-share");
		return new Finding("the synchronous customer waits 1 s longer, or is mostly cancelled",
				off == Measured.NOTHING || added >= SECOND || share < 0.5,
				"%.0f ms longer, %.2f confirmed".formatted(added, share));
	}

}
