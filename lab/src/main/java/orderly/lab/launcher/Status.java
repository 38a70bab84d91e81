package orderly.lab.launcher;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;

import orderly.lab.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what runs, how much memory it takes, and whether messages are waiting or were
 * given up.
 */
@Command(name = "status", mixinStandardHelpOptions = true,
		description = { "Say what runs and how it is.",
				"Exit codes: 0 all is ready, 1 something is not, 3 nothing runs." },
		footer = { "", "Example: ./orderly status --json" })
class Status implements Callable<Integer> {

	private final Home home;

	@Option(names = "--json", description = "Write JSON.")
	private boolean json;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	Status(Home home) {
		this.home = home;
	}

	@Override
	public Integer call() {
		Optional<Report> report = RunState.find(this.home).map(Report::of);
		if (this.json) {
			out().println(write(report.orElse(Report.NOTHING)));
		}
		else {
			report.ifPresentOrElse((running) -> new StatusTable(out()).print(running), this::explainNothing);
		}
		return report.map((running) -> running.isWell() ? Exit.OK : Exit.FAILED).orElse(Exit.NOT_RUNNING);
	}

	private void explainNothing() {
		out().println(Leftovers.exist(this.home) ? Leftovers.SENTENCE
				: "Nothing runs here. Start the system with: ./orderly up");
	}

	private static String write(Report report) {
		return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(report);
	}

	private PrintWriter out() {
		return this.spec.commandLine().getOut();
	}

}
