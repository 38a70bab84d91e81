package orderly.lab.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import orderly.lab.Exit;
import orderly.lab.LabException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows logs: of one process as it wrote them, or of all services by time. */
@Command(name = "logs", mixinStandardHelpOptions = true,
		description = "Show the log of one process, or those of all services merged by time.",
		footer = { "", "Examples: ./orderly logs order-service --follow", "          ./orderly logs --trace 6f1c..." })
class Logs implements Callable<Integer> {

	private final Home home;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Parameters(paramLabel = "SERVICE", arity = "0..1", description = "A process as ./orderly status names it.")
	private @Nullable String service;

	@Option(names = "--trace", paramLabel = "ID", description = "Only what was logged in this trace, by all services.")
	private @Nullable String trace;

	@Option(names = { "-f", "--follow" }, description = "Go on with what is logged from now on; Ctrl-C ends it.")
	private boolean follow;

	@Option(names = { "-n", "--lines" }, defaultValue = "50",
			description = "How many lines, ${DEFAULT-VALUE} unless said.")
	private int lines;

	Logs(Home home) {
		this.home = home;
	}

	@Override
	public Integer call() {
		if (this.lines < 1) {
			throw new ParameterException(this.spec.commandLine(), "-n wants 1 or more, not " + this.lines + ".");
		}
		if (this.trace != null && this.trace.isBlank()) {
			throw new ParameterException(this.spec.commandLine(), "--trace wants the id of a trace.");
		}
		Map<String, Path> logs = logs(isMerged() ? ".json" : ".log");
		Map<String, LogFollower> followers = new LinkedHashMap<>();
		logs.forEach((name, log) -> followers.put(name, LogFollower.fromBegin(log)));
		List<String> all = poll(followers);
		all.subList((this.trace != null) ? 0 : Math.max(0, all.size() - this.lines), all.size())
			.forEach(out()::println);
		if (all.isEmpty() && !this.follow) {
			out().println((this.trace == null) ? "Nothing was logged."
					: "Nothing was logged in trace %s. What is older than a process's last 10 MB lies as .gz in %s."
						.formatted(this.trace, this.home.logs()));
		}
		while (this.follow) {
			Readiness.pause();
			poll(followers).forEach(out()::println);
			out().flush();
		}
		return Exit.OK;
	}

	private boolean isMerged() {
		return this.service == null || this.trace != null;
	}

	private Map<String, Path> logs(String suffix) {
		try (Stream<Path> files = Files.list(this.home.logs())) {
			Map<String, Path> logs = new LinkedHashMap<>();
			files.sorted().filter((file) -> isWanted(file, suffix)).forEach((file) -> logs.put(name(file), file));
			if (logs.isEmpty()) {
				throw new LabException(Exit.USAGE,
						"There is no log of '%s'; there are: %s.".formatted(this.service, names(suffix)), null);
			}
			return logs;
		}
		catch (IOException ex) {
			throw new LabException(Exit.NOT_RUNNING, "There are no logs yet. Start the system with: ./orderly up", ex);
		}
	}

	private String names(String suffix) throws IOException {
		try (Stream<Path> files = Files.list(this.home.logs())) {
			return files.filter((file) -> file.toString().endsWith(suffix))
				.map(Logs::name)
				.sorted()
				.collect(Collectors.joining(", "));
		}
	}

	private boolean isWanted(Path file, String suffix) {
		return file.toString().endsWith(suffix) && (this.service == null || name(file).equals(this.service));
	}

	private static String name(Path file) {
		return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
	}

	private List<String> poll(Map<String, LogFollower> followers) {
		List<String> plain = new ArrayList<>();
		List<LogLine> merged = new ArrayList<>();
		followers.forEach((name, log) -> log.poll((line) -> sort(name, line, plain, merged)));
		merged.sort(Comparator.comparing(LogLine::at));
		return isMerged() ? merged.stream().map(LogLine::readable).toList() : plain;
	}

	private void sort(String name, String line, List<String> plain, List<LogLine> merged) {
		plain.add(line);
		if (isMerged() && (this.trace == null || line.contains(this.trace))) {
			LogLine.parse(name, line).ifPresent(merged::add);
		}
	}

	private PrintWriter out() {
		return this.spec.commandLine().getOut();
	}

}
