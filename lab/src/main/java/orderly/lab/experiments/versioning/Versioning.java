package orderly.lab.experiments.versioning;

import java.util.List;
import java.util.Set;

import orderly.lab.experiments.Driver;
import orderly.lab.experiments.Experiment;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Prediction;
import orderly.lab.experiments.books.Shelf;
import orderly.lab.plots.TimePlot;

/** Two versions of an API, and two releases of the service that has them. */
public class Versioning implements Experiment {

	// more than the load orders, whatever else is sold meanwhile
	private static final int PLENTY = 2_000;

	private static final String UNAVAILABLE = "503 unavailable";

	@Override
	public String name() {
		return "versioning";
	}

	@Override
	public String chapter() {
		return "07 Versioning";
	}

	@Override
	public String claim() {
		return "A version is asked for by path or by header, and the path beats the header; one that does not exist gets a "
				+ "problem that lists those that do; version 1 says when it ends. With a warm release for each version, each is "
				+ "reached by its own version alone; and while the release of version 1 is withdrawn and brought back, of "
				+ "%d calls a second in version 2 (a quarter of them orders) 0 fail, and every call in version 1 is answered by the release or, while there is none, by a 503."
					.formatted(Withdrawal.V2_PER_SECOND);
	}

	@Override
	public int memoryMegabytes() {
		return 350;
	}

	@Override
	public Prediction prediction() {
		return new Prediction(
				"The release that serves version 1 is stopped, while another one serves version 2. What do clients of version 2 notice?",
				List.of("nothing", "half of their calls fail until the registry knows",
						"slower answers, by the retries"),
				0);
	}

	@Override
	public Measured on(Lab lab) {
		Notebook notebook = new Notebook(lab.voice());
		Edge edge = new Edge(lab);
		Shelf.with(lab, Edge.SKU, PLENTY);
		new Ways(edge).findings().forEach(notebook::finding);
		Withdrawal seen = sideBySide(lab.driver(), edge, lab);
		releases(seen).forEach(notebook::finding);
		numbers(seen, notebook);
		return notebook.close();
	}

	private static Withdrawal sideBySide(Driver driver, Edge edge, Lab lab) {
		lab.voice().accept("  starts an old release beside the new one, and leaves version 1 to it ...");
		driver.serve(Withdrawal.OLD, "1");
		driver.serve(Withdrawal.NEW, "2");
		return Withdrawal.run(driver, edge);
	}

	static List<Finding> releases(Withdrawal seen) {
		return List.of(
				new Finding("0 calls in version 2 fail, whatever happens to version 1", seen.v2().allOk(),
						seen.v2().toString()),
				new Finding("version 2 is answered by its own release alone",
						seen.v2().ok().byInstance().keySet().equals(Set.of(Withdrawal.NEW)),
						"" + seen.v2().ok().byInstance().keySet()),
				new Finding("version 1 is answered by its own release alone",
						seen.v1().ok().byInstance().keySet().equals(Set.of(Withdrawal.OLD)),
						"" + seen.v1().ok().byInstance().keySet()),
				new Finding("while it is away, every call in version 1 gets 503 unavailable",
						seen.without().byOutcome().keySet().equals(Set.of(UNAVAILABLE)), seen.without().toString()),
				new Finding("while it leaves and comes back, no call in version 1 gets anything else than that or 200",
						seen.meanwhile().failed().byOutcome().keySet().equals(Set.of(UNAVAILABLE)),
						seen.meanwhile().toString()),
				new Finding("brought back, version 1 is served again, without a failure", seen.again().allOk(),
						seen.again().toString()));
	}

	private static void numbers(Withdrawal seen, Notebook notebook) {
		notebook.number("v2-calls", seen.v2().count());
		notebook.number("v2-failed", seen.v2().failed().count());
		notebook.tenths("v2-p50-ms", seen.v2().percentile(50));
		notebook.tenths("v2-p99-ms", seen.v2().percentile(99));
		notebook.number("v1-calls", seen.v1().count());
		notebook.number("v1-failed", seen.v1().failed().count());
		notebook.tenths("v1-refused-p99-ms", seen.without().percentile(99));
		notebook.tenths("v1-away-s", seen.back().minus(seen.gone()).toMillis() / 1000.0);
		notebook.plot(TimePlot.of("The release of version 1 is withdrawn and brought back", seen.end())
			.window("version 1 has no release", seen.gone(), seen.back())
			.latencies("version 2", seen.v2())
			.latencies("version 1", seen.v1())
			.named("versioning"));
	}

}
