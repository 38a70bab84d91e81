package orderly.lab.experiments.exits;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import orderly.lab.experiments.Driver;
import orderly.lab.experiments.Experiment;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Pattern;
import orderly.lab.experiments.Prediction;
import orderly.lab.experiments.books.Quiet;
import orderly.lab.experiments.books.Shelf;
import orderly.lab.plots.Plot;

/**
 * Replaces every instance of a service, one after the other, where nobody asks twice.
 */
public class RollingRestart implements Experiment {

	static final List<Kind> KINDS = List.of(Kind.PRODUCTS, Kind.ORDER);

	private static final String GRACE = "graceful-exit";

	private static final String RETRY = "retry";

	private static final String SERVICE = "order-service";

	private static final int INSTANCES = 2;

	private static final int PLENTY = 3_000;

	private static final Duration CALM = Duration.ofSeconds(3);

	private Seen sudden = new Seen(Map.of(), List.of(), Duration.ZERO);

	@Override
	public String name() {
		return "rolling-restart";
	}

	@Override
	public String chapter() {
		return "03 Finding each other";
	}

	@Override
	public String claim() {
		return "Both instances of order-service are restarted under load, one after the other, and no call fails, "
				+ "neither GET products nor POST of an order without a key, although the retry is off: "
				+ "a graceful exit alone suffices. Where the instances are killed instead, at least one call fails.";
	}

	@Override
	public int memoryMegabytes() {
		return 700;
	}

	@Override
	public Prediction prediction() {
		return new Prediction(
				"An instance is asked to end. What has it to do first, so that nobody sees a failure and nobody asks twice?",
				List.of("answer what it has begun", "take no new calls, and answer what it has begun",
						"leave the registry, and go on serving for a while"),
				2);
	}

	@Override
	public List<Pattern> patterns() {
		return List.of(Pattern.ownChoice(GRACE));
	}

	@Override
	public Measured off(Lab lab) {
		this.sudden = roll(lab, process -> replaceSuddenly(lab.driver(), process));
		return written(this.sudden, lab).close();
	}

	@Override
	public Measured on(Lab lab) {
		Seen graceful = lab.without(GRACE) ? roll(lab, process -> replaceSuddenly(lab.driver(), process))
				: roll(lab, lab.driver()::restart);
		Notebook notebook = written(graceful, lab);
		KINDS.forEach(kind -> notebook.finding(kind.noneFails(graceful.of(kind))));
		notebook.plot(picture("rolling-restart", "Two instances are restarted, without any retry", graceful));
		if (this.sudden.length().isPositive()) {
			notebook.plot(picture("rolling-restart-killed", "The same, killed instead of asked to end", this.sudden));
		}
		return notebook.close();
	}

	@Override
	public List<Finding> compare(Measured off, Measured on) {
		return List.of(Kind.someFail(off, KINDS));
	}

	private static void replaceSuddenly(Driver driver, String process) {
		driver.kill(process);
		driver.start(process);
	}

	private static Seen roll(Lab lab, Consumer<String> replace) {
		Shelf.with(lab, Kind.SKU, PLENTY);
		lab.afterwards().accept(() -> Quiet.await(lab));
		lab.driver().scale(SERVICE, INSTANCES);
		lab.driver().policy(RETRY, false);
		Traffic traffic = Traffic.warmedUp(lab.gateway(), KINDS);
		List<Seen.Event> events = new ArrayList<>();
		for (String process : lab.driver().instances(SERVICE)) {
			traffic.flowUntil(traffic.elapsed().plus(CALM));
			Duration from = traffic.elapsed();
			replace.accept(process);
			events.add(new Seen.Event(process, from, traffic.elapsed()));
		}
		traffic.flowUntil(traffic.elapsed().plus(CALM));
		Duration length = traffic.elapsed();
		return new Seen(traffic.stop(), events, length);
	}

	private static Notebook written(Seen seen, Lab lab) {
		Notebook notebook = new Notebook(lab.voice());
		seen.write(notebook);
		return notebook;
	}

	private static Plot picture(String name, String title, Seen seen) {
		return seen.picture(title)
			.latencies("GET products", seen.of(Kind.PRODUCTS))
			.latencies("POST order without a key", seen.of(Kind.ORDER))
			.named(name);
	}

}
