package orderly.lab.experiments;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs experiments against the running system. */
@Command(name = "try", mixinStandardHelpOptions = true,
		description = "Runs experiments against the running system and writes down what they found.",
		footer = { "", "Exit codes: 0 every claim holds; 1 one is refuted; 2 one was not measured (or wrong usage)." })
class Try implements Callable<Integer> {

	private final List<Experiment> experiments;

	private final Supplier<Optional<Lab>> running;

	private final Path root;

	@Parameters(arity = "0..*", paramLabel = "NAME|all", description = "The experiments, by name.")
	private List<String> names = List.of();

	@Option(names = "--list", description = "List the experiments with their claims.")
	private boolean list;

	@Option(names = "--ask", description = "Ask for a prediction first.")
	private boolean ask;

	@Option(names = "--without", paramLabel = "PATTERN",
			description = "Take a pattern away: the claim must then be refuted, exit code 1.")
	private @Nullable String without;

	@Option(names = "--evidence", paramLabel = "DIR", defaultValue = "${env:ORDERLY_EVIDENCE}",
			description = "Where to write (or ORDERLY_EVIDENCE; default: docs/evidence).")
	private @Nullable Path evidence;

	@Option(names = "--json", description = "Print the evidence, or the list, as JSON instead of text for people.")
	private boolean json;

	/** Said again at the end of many experiments, which is where one looks. */
	private final List<String> conclusions = new ArrayList<>();

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	Try(List<Experiment> experiments, Supplier<Optional<Lab>> running, Path root) {
		this.experiments = experiments;
		this.running = running;
		this.root = root;
	}

	@Override
	public Integer call() {
		if (list || names.isEmpty()) {
			print(json ? new Catalogue(experiments).json() : new Catalogue(experiments).text());
			return 0;
		}
		List<Experiment> chosen = chosen();
		List<Integer> exits = chosen.stream().map(this::run).toList();
		if (chosen.size() > 1 && !json) {
			print("");
			conclusions.forEach(this::print);
		}
		return exits.contains(1) ? 1 : exits.contains(2) ? 2 : 0;
	}

	private List<Experiment> chosen() {
		return names.contains("all") ? experiments : names.stream().map(this::named).toList();
	}

	private Experiment named(String name) {
		return experiments.stream()
			.filter(each -> each.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new ParameterException(spec.commandLine(), "There is no experiment '%s'; there are: %s."
				.formatted(name, String.join(", ", experiments.stream().map(Experiment::name).toList()))));
	}

	private int run(Experiment experiment) {
		Optional<Lab> lab = running.get();
		Optional<Pattern> lacking = experiment.patterns()
			.stream()
			.filter(each -> each.name().equals(without))
			.findFirst();
		if (without != null && lacking.isEmpty()) {
			return refuse(noPattern(experiment));
		}
		if (lab.isEmpty()) {
			return refuse("Not measured: nothing runs here. Start the system with: ./orderly up");
		}
		Consumer<String> voice = json ? line -> {
		} : this::print;
		voice
			.accept("%s, chapter %s%nClaim: %s".formatted(experiment.name(), experiment.chapter(), experiment.claim()));
		Quiz quiz = new Quiz(experiment.prediction(), this::print);
		Optional<String> said = ask ? Optional.of(quiz.ask()) : Optional.empty();
		Outcome outcome = new Trial(experiment, lab.get().telling(voice), lacking).run();
		said.ifPresent(quiz::compare);
		return conclude(experiment, outcome, voice);
	}

	private String noPattern(Experiment experiment) {
		String known = String.join(", ", experiment.patterns().stream().map(Pattern::name).toList());
		return "%s has no pattern '%s' to switch off; it has %s.".formatted(experiment.name(), without,
				known.isEmpty() ? "none" : known);
	}

	private int conclude(Experiment experiment, Outcome outcome, Consumer<String> voice) {
		Evidence written = Evidence.of(experiment, outcome, Source.of(experiment, root));
		outcome.comparisons().forEach(finding -> voice.accept("  " + finding));
		voice.accept(written.conclusion());
		conclusions.add(written.conclusion());
		if (!(outcome.verdict() instanceof Verdict.NotMeasured)) {
			Path folder = (evidence != null) ? evidence : root.resolve("docs/evidence");
			voice.accept("Evidence: " + written.write(folder, outcome.plots()));
		}
		if (json) {
			print(written.json());
		}
		return outcome.verdict().exit();
	}

	private int refuse(String sentence) {
		spec.commandLine().getErr().println(sentence);
		return 2;
	}

	private void print(String line) {
		PrintWriter out = spec.commandLine().getOut();
		out.println(line);
		out.flush();
	}

}
