package orderly.lab.experiments.balancing;

import java.time.Duration;
import java.util.List;

import orderly.lab.experiments.Experiment;
import orderly.lab.experiments.Fault;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Pattern;
import orderly.lab.experiments.Prediction;
import orderly.lab.load.Customer;
import orderly.lab.load.Load;
import orderly.lab.load.Samples;

/** Makes one of three instances slow and counts how many calls still go there. */
public class LoadBalancing implements Experiment {

	static final double MOST_SHARE_PERCENT = 7;

	static final double LEAST_TIMES_FASTER = 4;

	private static final String POLICY = "load-balancing";

	private static final String SERVICE = "inventory-service";

	private static final String SLOW = SERVICE + "#2";

	private static final int INSTANCES = 3;

	private static final Fault SLOWER = Fault.NONE.withLatency(Duration.ofMillis(200));

	// Little's law: at an equal share the slow one holds 80 / 3 * 0.2 s = 5 calls, where
	// the others hold less than one each; and two cores serve it beside everything else
	private static final double PER_SECOND = 80;

	// new JVMs are slow by themselves
	private static final double WARMING_PER_SECOND = 40;

	private static final Duration WARM = Duration.ofSeconds(10);

	private static final Duration MEASURED = Duration.ofSeconds(12);

	private Samples roundRobin = new Samples(List.of());

	@Override
	public String name() {
		return POLICY;
	}

	@Override
	public String chapter() {
		return "04 Load balancing by metrics";
	}

	@Override
	public String claim() {
		return ("One of %d instances is %d ms slower, and %.0f calls a second come, whatever happens to them: "
				+ "by calls in flight it gets at most %.0f %% of them, "
				+ "and 90 %% of all are answered within a quarter of the time that round robin needs; no call fails.")
			.formatted(INSTANCES, SLOWER.latency().toMillis(), PER_SECOND, MOST_SHARE_PERCENT);
	}

	@Override
	public int memoryMegabytes() {
		return 700;
	}

	@Override
	public Prediction prediction() {
		return new Prediction("One of three instances needs 200 ms more for each call, and nobody tells the balancer. "
				+ "It counts the calls whose answer it waits for. Which part of the calls does the slow one get?",
				List.of("a third", "about a twentieth", "none"), 1);
	}

	@Override
	public List<Pattern> patterns() {
		return List.of(Pattern.policy(POLICY));
	}

	@Override
	public Measured off(Lab lab) {
		lab.driver().policy(POLICY, false);
		this.roundRobin = load(lab);
		return written(this.roundRobin, lab).close();
	}

	@Override
	public Measured on(Lab lab) {
		Samples samples = load(lab);
		Notebook notebook = written(samples, lab);
		notebook.finding(new Finding("no call fails", samples.allOk(), samples.toString()));
		notebook.finding(fairShare(100 * samples.share(SLOW)));
		Pictures.of(this.roundRobin, samples).forEach(notebook::plot);
		return notebook.close();
	}

	@Override
	public List<Finding> compare(Measured off, Measured on) {
		return List.of(faster(off.number("p90-ms"), on.number("p90-ms")));
	}

	static Finding fairShare(double percent) {
		return new Finding("the slow one gets at most %.0f %% of the calls".formatted(MOST_SHARE_PERCENT),
				percent <= MOST_SHARE_PERCENT, "%.1f %%".formatted(percent));
	}

	private static Finding faster(double off, double on) {
		return new Finding("90 % are answered within a quarter of the time that round robin needs",
				on * LEAST_TIMES_FASTER <= off, "%.0f ms, and %.0f ms".formatted(on, off));
	}

	private static Samples load(Lab lab) {
		lab.driver().scale(SERVICE, INSTANCES);
		Customer customer = new Customer(lab.gateway());
		Load.at(WARMING_PER_SECOND).during(WARM).run(customer.stock("TEA-001"));
		lab.driver().fault(SLOW, SLOWER);
		return Load.at(PER_SECOND).during(MEASURED).run(customer.stock("TEA-001"));
	}

	private static Notebook written(Samples samples, Lab lab) {
		Notebook notebook = new Notebook(lab.voice());
		notebook.number("calls", samples.count());
		notebook.tenths("slow-share-percent", 100 * samples.share(SLOW));
		for (int percentile : new int[] { 50, 90, 99 }) {
			notebook.tenths("p" + percentile + "-ms", samples.percentile(percentile));
		}
		return notebook;
	}

}
