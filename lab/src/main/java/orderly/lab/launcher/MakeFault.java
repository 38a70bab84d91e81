package orderly.lab.launcher;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

import orderly.lab.Exit;
import orderly.lab.experiments.Driver;
import orderly.lab.experiments.Fault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Makes a service fail, and heals it. */
@Command(name = "fault", mixinStandardHelpOptions = true,
		description = {
				"Make a service fail as long as it runs, or heal it; without settings, show what is made to fail.",
				"SERVICE means all its processes, SERVICE#N one; off alone heals everything." },
		footer = { "", "Examples: ./orderly fault inventory-service latency=200ms errors=0.3 path=/stock",
				"          ./orderly fault payment-service#1 latency=2s path=messages",
				"          ./orderly fault inventory-service off" })
class MakeFault implements Callable<Integer> {

	private static final String OFF = "off";

	private final Home home;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Parameters(index = "0", arity = "0..1", paramLabel = "SERVICE[#N]", description = "A service, or one process.")
	private @Nullable String service;

	@Parameters(index = "1..*", paramLabel = "SETTING",
			description = { "latency=TIME   a wait before the work, 200ms or 2s",
					"errors=SHARE   the share refused before the work, 0 to 1",
					"lost=SHARE     the share whose connection is closed after the work is committed",
					"path=PREFIX    only these paths of the service; messages: its message handlers,",
					"                messages/TYPE: those of one type of event", "off" })
	private List<String> settings = List.of();

	@Option(names = "--json", description = "Write JSON.")
	private boolean json;

	MakeFault(Home home) {
		this.home = home;
	}

	@Override
	public Integer call() {
		Driver driver = new ProcessDriver(this.home);
		if (this.service != null && !OFF.equals(this.service)) {
			Part.named(this.service, new Topology(0).all()); // or says which there are
		}
		if (OFF.equals(this.service)) {
			now().faults()
				.stream()
				.map(FaultTable.Row::process)
				.distinct()
				.forEach((process) -> driver.heal(alone(process)));
		}
		else if (this.service != null && this.settings.equals(List.of(OFF))) {
			driver.heal(this.service);
		}
		else if (this.service != null && !this.settings.isEmpty()) {
			driver.fault(this.service, wanted());
		}
		show((this.service == null || OFF.equals(this.service)) ? now() : now().of(this.service));
		return Exit.OK;
	}

	/** Without a number it would mean the whole service. */
	private static String alone(String process) {
		return process.contains("#") ? process : process + "#1";
	}

	private Fault wanted() {
		try {
			return FaultSettings.parse(this.settings);
		}
		catch (IllegalArgumentException ex) {
			throw new ParameterException(this.spec.commandLine(), String.valueOf(ex.getMessage()));
		}
	}

	private FaultTable now() {
		return FaultTable.of(RunState.require(this.home));
	}

	private void show(FaultTable table) {
		if (this.json) {
			out().println(JsonMapper.shared().writeValueAsString(table));
		}
		else if (table.faults().isEmpty()) {
			out().println("Nothing is made to fail.");
		}
		else {
			table.faults().stream().map(FaultTable.Row::line).forEach(out()::println);
		}
	}

	private PrintWriter out() {
		return this.spec.commandLine().getOut();
	}

}
