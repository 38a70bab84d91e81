package orderly.lab.experiments.breaker;

import java.util.List;

import orderly.lab.experiments.Experiment;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Notebook;
import orderly.lab.experiments.Pattern;
import orderly.lab.experiments.Prediction;

/** Takes inventory away, first slowly and then at once, while customers order. */
public class CircuitBreaker implements Experiment {

	/** Most calls that may reach a hanging inventory, as a part of those without. */
	private static final double REACHING = 0.4;

	/** Longest that the order in the middle may take, as a part of the time without. */
	private static final double TAKING = 0.5;

	@Override
	public String name() {
		return "circuit-breaker";
	}

	@Override
	public String chapter() {
		return "06 Circuit breaker";
	}

	@Override
	public String claim() {
		return ("While inventory-service hangs and while it is dead every order is taken; each time "
				+ "the breaker opens, tries in between and closes again by itself, in this order; at the edge most questions "
				+ "for the stock of a dead inventory, which the registry still lists, are answered at once (degraded, half within %d ms); a hanging inventory gets at most %.0f %% of the calls that it gets without, "
				+ "and the median order takes at most %.0f %% of the time.")
			.formatted(Substitutes.AT_ONCE_MS, REACHING * 100, TAKING * 100);
	}

	@Override
	public int memoryMegabytes() {
		return 200;
	}

	@Override
	public Prediction prediction() {
		return new Prediction("inventory-service hangs. What does the breaker in order-service change for a customer?",
				List.of("orders are refused, but quickly", "orders are taken either way, but without it each one waits",
						"nothing: the retry does the same"),
				1);
	}

	@Override
	public List<Pattern> patterns() {
		return List.of(Pattern.policy("circuit-breaker"));
	}

	@Override
	public Measured off(Lab lab) {
		lab.driver().policy("circuit-breaker", false);
		Notebook notebook = new Notebook(lab.voice());
		new Outage(lab).hang().numbers(notebook);
		return notebook.close();
	}

	@Override
	public Measured on(Lab lab) {
		Notebook notebook = new Notebook(lab.voice());
		Outage outage = new Outage(lab);
		outage.hang().numbers(notebook);
		outage.die();
		outage.findings().forEach(notebook::finding);
		outage.recovered().ifPresent(time -> notebook.tenths("recovery-s", time.toMillis() / 1000.0));
		notebook.plot(outage.picture());
		return notebook.close();
	}

	@Override
	public List<Finding> compare(Measured off, Measured on) {
		return List.of(atMost(REACHING, "calls that reach a hanging inventory", "hanging-calls-reaching", off, on),
				atMost(TAKING, "milliseconds of a median order", "hanging-p50-ms", off, on));
	}

	private static Finding atMost(double part, String what, String number, Measured off, Measured on) {
		double without = off.number(number);
		double with = on.number(number);
		return new Finding("%s: at most %.0f %% of those without a breaker".formatted(what, part * 100),
				with <= without * part, "%.0f, without %.0f".formatted(with, without));
	}

}
