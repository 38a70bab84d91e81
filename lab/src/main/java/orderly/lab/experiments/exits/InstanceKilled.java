package orderly.lab.experiments.exits;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

/** Kills one of three instances as nobody would, and counts who notices. */
public class InstanceKilled implements Experiment {

	static final List<Kind> JUDGED = List.of(Kind.STOCK, Kind.PRODUCTS, Kind.KEYED_ORDER);

	private static final String POLICY = "retry";

	private static final List<String> SERVICES = List.of("inventory-service", "order-service");

	private static final int INSTANCES = 3;

	private static final int PLENTY = 2_000;

	private static final Duration CALM = Duration.ofSeconds(3);

	// the registry has forgotten the dead after 4 s
	private static final Duration BETWEEN = Duration.ofSeconds(7);

	private Optional<Seen> off = Optional.empty();

	@Override
	public String name() {
		return "instance-killed";
	}

	@Override
	public String chapter() {
		return "03 Finding each other";
	}

	@Override
	public String claim() {
		return "kill -9 of one of three instances under load, first of inventory-service and then of order-service, fails no call "
				+ "that may be repeated: GET stock, GET products, and POST of an order under a key. "
				+ "Without the retry at least one such call fails. Orders without a key are counted and not judged.";
	}

	@Override
	public int memoryMegabytes() {
		return 1_400;
	}

	@Override
	public Prediction prediction() {
		return new Prediction(
				"One of three instances is killed under 30 GETs a second; the registry notices after about 4 s. "
						+ "How many GETs fail when nobody asks again?",
				List.of("a third of those of 4 s: about 40", "a handful", "none"), 1);
	}

	@Override
	public List<Pattern> patterns() {
		return List.of(Pattern.policy(POLICY));
	}

	@Override
	public Measured off(Lab lab) {
		prepare(lab);
		lab.driver().policy(POLICY, false);
		Seen withoutRetry = kill(lab);
		this.off = Optional.of(withoutRetry);
		return written(withoutRetry, lab).close();
	}

	@Override
	public Measured on(Lab lab) {
		prepare(lab);
		Seen on = kill(lab);
		Notebook notebook = written(on, lab);
		JUDGED.forEach(kind -> notebook.finding(kind.noneFails(on.of(kind))));
		notebook.plot(picture(this.off.orElse(on), on));
		return notebook.close();
	}

	@Override
	public List<Finding> compare(Measured off, Measured on) {
		return List.of(Kind.someFail(off, JUDGED));
	}

	/** The first time; later it brings back who was killed. */
	private static void prepare(Lab lab) {
		Shelf.with(lab, Kind.SKU, PLENTY);
		lab.afterwards().accept(() -> Quiet.await(lab));
		SERVICES.forEach(service -> lab.driver().scale(service, INSTANCES));
	}

	private static Seen kill(Lab lab) {
		Traffic traffic = Traffic.warmedUp(lab.gateway(), List.of(Kind.values()));
		List<Seen.Event> events = new ArrayList<>();
		Duration next = CALM;
		for (String service : SERVICES) {
			traffic.flowUntil(next);
			Duration now = traffic.elapsed();
			lab.driver().kill(service);
			events.add(new Seen.Event(service + " is killed", now, now.plus(BETWEEN)));
			next = next.plus(BETWEEN);
		}
		traffic.flowUntil(next);
		Duration length = traffic.elapsed();
		return new Seen(traffic.stop(), events, length);
	}

	private static Notebook written(Seen seen, Lab lab) {
		Notebook notebook = new Notebook(lab.voice());
		seen.write(notebook);
		return notebook;
	}

	private static Plot picture(Seen off, Seen on) {
		return on.picture("One of three instances is killed, twice")
			.latencies("GET stock, without retry", off.of(Kind.STOCK))
			.latencies("GET stock, with retry", on.of(Kind.STOCK))
			.latencies("POST order under a key, without retry", off.of(Kind.KEYED_ORDER))
			.latencies("POST order under a key, with retry", on.of(Kind.KEYED_ORDER))
			.named("instance-killed");
	}

}
