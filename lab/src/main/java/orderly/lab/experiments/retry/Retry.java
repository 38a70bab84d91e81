package orderly.lab.experiments.retry;

import java.util.List;
import java.util.stream.Stream;

import orderly.lab.experiments.Experiment;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Pattern;
import orderly.lab.experiments.Prediction;
import orderly.lab.plots.Bars;
import orderly.lab.plots.Bars.Bar;
import orderly.lab.plots.Colours;
import orderly.lab.plots.Plot;

/** Lets one of two instances fail in every way, and counts who pays for it. */
public class Retry implements Experiment {

	/** Fewest that fail where nobody sends again: whoever failed is passed over. */
	static final int FAILED = 1;

	/** Fewest that are made twice where the client sends again without a key. */
	static final int DOUBLE = 5;

	private Measured off = Measured.NOTHING;

	@Override
	public String name() {
		return "retry";
	}

	@Override
	public String chapter() {
		return "05 Retry";
	}

	@Override
	public String claim() {
		return ("One of two instances of order-service answers 30 %% of its calls with 503, loses 20 %% of its other answers, "
				+ "is killed and started again. Of %d orders that their customers send once, under an Idempotency-Key, "
				+ "and that the gateway repeats, 0 fail and 0 are made twice. Without the retry at least %d fails; "
				+ "and where the client itself sends again without a key while 20 %% of the answers are lost (breakers off), "
				+ "at least %d of %d are made twice.")
			.formatted(Trouble.ORDERS, FAILED, DOUBLE, LostAnswers.ORDERS);
	}

	@Override
	public int memoryMegabytes() {
		return 400;
	}

	@Override
	public Prediction prediction() {
		return new Prediction(
				"The answer to an order is lost, and the client sends it again, without a key. What does the customer get?",
				List.of("an error", "one order", "two orders, and two charges"), 2);
	}

	@Override
	public List<Pattern> patterns() {
		return List.of(Pattern.policy("retry"));
	}

	@Override
	public Measured off(Lab lab) {
		lab.driver().policy("retry", false);
		Notebook notebook = new Notebook(lab.voice());
		Trouble trouble = new Trouble(lab);
		Orders once = trouble.run();
		lab.voice().accept("  Sent once: " + once.heard());
		once.number("sent-once", notebook);
		notebook.plot(trouble.picture("retry-off", "Sent once, and nobody repeats it", once));
		Orders again = new LostAnswers(lab).run();
		lab.voice().accept("  Sent again without a key: %s; %d too many".formatted(again.heard(), again.tooMany()));
		again.number("resent-without-key", notebook);
		this.off = notebook.close();
		return this.off;
	}

	@Override
	public Measured on(Lab lab) {
		Notebook notebook = new Notebook(lab.voice());
		Trouble trouble = new Trouble(lab);
		Orders keyed = trouble.run();
		keyed.number("keyed", notebook);
		keyed.findings().forEach(notebook::finding);
		trouble.books(keyed).forEach(notebook::finding);
		notebook.plot(trouble.picture("retry-on", "Sent once under a key, and the gateway repeats it", keyed));
		notebook.plot(bars(notebook.close()));
		return notebook.close();
	}

	@Override
	public List<Finding> compare(Measured without, Measured with) {
		return List.of(atLeast(FAILED, "without a retry orders fail", without.number("sent-once-failed")), atLeast(
				DOUBLE, "sent again without a key orders are made twice", without.number("resent-without-key-double")));
	}

	private static Finding atLeast(int fewest, String what, double seen) {
		return new Finding("%s: at least %d".formatted(what, fewest), seen >= fewest, "%.0f".formatted(seen));
	}

	private Plot bars(Measured on) {
		return Bars.plot("retry", "What became of orders when answers failed, and who sent them again", "orders",
				Stream
					.of(bar("once: failed", this.off, "sent-once-failed", Colours.OFF),
							bar("no key: failed", this.off, "resent-without-key-failed", Colours.OFF),
							bar("no key: too many", this.off, "resent-without-key-double", Colours.OFF),
							bar("gateway: failed", on, "keyed-failed", Colours.ON),
							bar("gateway: too many", on, "keyed-double", Colours.ON))
					.flatMap(each -> each)
					.toList());
	}

	private static Stream<Bar> bar(String label, Measured from, String number, String colour) {
		return Stream.of(from.number(number))
			.filter(value -> !value.isNaN())
			.map(value -> new Bar(label, List.of(value), colour));
	}

}
