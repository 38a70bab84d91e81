package orderly.lab.experiments.duplicates;

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

/** Repeats messages and kills processes at the worst moments, and counts the effects. */
public class Duplicates implements Experiment {

	private Measured off = Measured.NOTHING;

	@Override
	public String name() {
		return "duplicates";
	}

	@Override
	public String chapter() {
		return "09 One effect";
	}

	@Override
	public String claim() {
		return "With outbox and inbox each message has one effect: also when it is delivered three times, "
				+ "when its receiver is killed between effect and acknowledgement, "
				+ "and when its sender is killed between commit and sending. "
				+ "Without the inbox %d orders get at least %d mails too many; without the outbox at least one of %d messages is lost."
					.formatted(SaidAgain.ORDERS, SaidAgain.ORDERS, KilledBeforeSending.ORDERS);
	}

	@Override
	public int memoryMegabytes() {
		return 350;
	}

	@Override
	public Prediction prediction() {
		return new Prediction(
				"Every message about 12 orders is delivered three times, and nothing remembers them. "
						+ "What does a customer see?",
				List.of("three mails, and one charge", "three mails, and three charges", "one mail, and one charge"),
				0);
	}

	@Override
	public List<Pattern> patterns() {
		return List.of(Pattern.policy("outbox"), Pattern.policy("inbox"));
	}

	@Override
	public Measured off(Lab lab) {
		patterns().forEach(pattern -> lab.driver().policy(pattern.name(), false));
		this.off = measure(lab).close();
		return this.off;
	}

	@Override
	public Measured on(Lab lab) {
		Notebook notebook = measure(lab);
		Measured on = notebook.close();
		notebook.plot(Bars.plot("duplicates", "What went wrong, without (orange) and with outbox and inbox", "",
				Stream.of("said-again-double-mails", "killed-double-mails", "lost-messages")
					.flatMap(name -> bars(name, on))
					.toList()));
		return notebook.close();
	}

	@Override
	public List<Finding> compare(Measured without, Measured with) {
		double mails = without.number("said-again-double-mails");
		double lost = without.number("lost-messages");
		return List.of(
				new Finding("without the inbox there are double mails", mails >= SaidAgain.ORDERS,
						"%.0f double mails".formatted(mails)),
				new Finding("without the outbox messages are lost", lost >= 1, "%.0f lost".formatted(lost)));
	}

	private static Notebook measure(Lab lab) {
		Notebook notebook = new Notebook(lab.voice());
		Bench bench = Bench.over(lab);
		new SaidAgain(bench).run(notebook);
		new KilledBeforeAcknowledging(bench).run(notebook);
		new KilledBeforeSending(bench).run(notebook);
		return notebook;
	}

	private Stream<Bar> bars(String name, Measured on) {
		String label = name.replace('-', ' ');
		return Stream.concat(
				Stream.of(this.off.number(name))
					.filter(number -> !number.isNaN())
					.map(number -> new Bar(label, List.of(number), Colours.OFF)),
				Stream.of(new Bar(label, List.of(on.number(name)), Colours.ON)));
	}

}
