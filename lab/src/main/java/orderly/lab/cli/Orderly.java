package orderly.lab.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import orderly.lab.Exit;
import orderly.lab.LabException;
import orderly.lab.client.ClientWords;
import orderly.lab.client.Urls;
import orderly.lab.experiments.Experiment;
import orderly.lab.experiments.ExperimentWords;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.balancing.LoadBalancing;
import orderly.lab.experiments.breaker.CircuitBreaker;
import orderly.lab.experiments.duplicates.Duplicates;
import orderly.lab.experiments.exits.InstanceKilled;
import orderly.lab.experiments.exits.RollingRestart;
import orderly.lab.experiments.isolation.FailureIsolation;
import orderly.lab.experiments.leveling.LoadLeveling;
import orderly.lab.experiments.oneorder.OneOrder;
import orderly.lab.experiments.responsiveness.Responsiveness;
import orderly.lab.experiments.retry.Retry;
import orderly.lab.experiments.subscribers.MultipleSubscribers;
import orderly.lab.experiments.tracing.DistributedTracing;
import orderly.lab.experiments.versioning.Versioning;
import orderly.lab.experiments.workflow.Workflow;
import orderly.lab.launcher.Home;
import orderly.lab.launcher.LauncherWords;
import orderly.lab.launcher.ProcessDriver;
import orderly.lab.launcher.RunState;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line's root: gathers the words and turns every failure into a sentence and
 * an exit code.
 */
@Command(name = "orderly", synopsisSubcommandLabel = "WORD", mixinStandardHelpOptions = true, version = "Orderly 0.1.0",
		description = "Orderly, a microservices reference system. Run it. Break it. Measure it.",
		footer = { "", "Start with: ./orderly up", "Each word explains itself: ./orderly up --help" })
public final class Orderly implements Runnable {

	/** In the order of the book. */
	private static final List<Experiment> EXPERIMENTS = List.of(new OneOrder(), new DistributedTracing(),
			new InstanceKilled(), new RollingRestart(), new LoadBalancing(), new Retry(), new CircuitBreaker(),
			new Versioning(), new MultipleSubscribers(), new Duplicates(), new Workflow(), new FailureIsolation(),
			new Responsiveness(), new LoadLeveling());

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Option(names = { "-v", "--verbose" }, scope = ScopeType.INHERIT,
			description = "Show the stack trace of a failure.")
	private boolean verbose;

	/** The process's entry. */
	public static void main(String[] args) {
		System.exit(commandLine().execute(args));
	}

	/**
	 * {@return the command line with all its words}
	 */
	public static CommandLine commandLine() {
		Orderly root = new Orderly();
		CommandLine line = new CommandLine(root);
		words().forEach(line::addSubcommand);
		line.setCaseInsensitiveEnumValuesAllowed(true);
		line.setExecutionExceptionHandler(root::explain);
		return line;
	}

	private static List<Object> words() {
		List<Object> words = new ArrayList<>(LauncherWords.all());
		words.addAll(ClientWords.all(() -> RunState.find(Home.here()).map(Orderly::urls),
				() -> RunState.find(Home.here()).map(Orderly::broker)));
		words.addAll(ExperimentWords.all(EXPERIMENTS, Orderly::running, Home.here().root()));
		return words;
	}

	/** What the environment names, as a container's does, or else what runs here. */
	private static Optional<Lab> running() {
		return Elsewhere.named(System.getenv())
			.map(Elsewhere::lab)
			.or(() -> RunState.find(Home.here()).map(Orderly::lab));
	}

	private static Lab lab(RunState running) {
		Home here = Home.here();
		Function<String, URI> url = process -> URI.create(RunState.require(here).url(process));
		return Lab.over(urls(running), url, running.logs(), new ProcessDriver(here));
	}

	private static String broker(RunState running) {
		return URI.create(running.url("kafka")).getAuthority();
	}

	private static Urls urls(RunState running) {
		return new Urls(URI.create(running.gateway()), URI.create(running.zipkin()));
	}

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "Say what to do, for example: ./orderly up");
	}

	private int explain(Exception failure, CommandLine line, ParseResult result) {
		line.getErr().println(sentenceOf(failure));
		if (this.verbose) {
			failure.printStackTrace(line.getErr());
		}
		return (failure instanceof LabException known) ? known.exit() : Exit.FAILED;
	}

	private static String sentenceOf(Exception failure) {
		return (failure instanceof LabException) ? String.valueOf(failure.getMessage())
				: "Unexpected: " + failure + ". Run it again with -v to see where.";
	}

}
