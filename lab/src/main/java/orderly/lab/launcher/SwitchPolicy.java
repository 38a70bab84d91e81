package orderly.lab.launcher;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import orderly.lab.Exit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Shows the policies of all processes, or switches one everywhere. */
@Command(name = "policy", mixinStandardHelpOptions = true,
		description = { "Switch a policy in all processes that know it, while they run; without a state, show what is.",
				"Processes that are started later begin so too; the next ./orderly up begins with all policies on." },
		footer = { "", "Examples: ./orderly policy", "          ./orderly policy retry",
				"          ./orderly policy retry off" })
class SwitchPolicy implements Callable<Integer> {

	private final Home home;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "A policy, retry for example.")
	private @Nullable String name;

	@Parameters(index = "1", arity = "0..1", paramLabel = "on|off", description = "${COMPLETION-CANDIDATES}.")
	private @Nullable Switch state;

	@Option(names = "--json", description = "Write JSON.")
	private boolean json;

	enum Switch {

		on, off

	}

	SwitchPolicy(Home home) {
		this.home = home;
	}

	@Override
	public Integer call() {
		PolicyTable before = PolicyTable.of(RunState.require(this.home));
		if (this.name == null) {
			show(before);
		}
		else if (this.state == null) {
			show(before.only(known(before, this.name)));
		}
		else {
			set(known(before, this.name), this.state);
		}
		return Exit.OK;
	}

	private String known(PolicyTable table, String policy) {
		if (!table.known().contains(policy)) {
			throw new ParameterException(this.spec.commandLine(),
					"There is no policy '%s'; there are: %s.".formatted(policy, String.join(", ", table.known())));
		}
		return policy;
	}

	private void set(String policy, Switch wanted) {
		new ProcessDriver(this.home).policy(policy, wanted == Switch.on);
		PolicyTable after = PolicyTable.of(RunState.require(this.home));
		out().println(
				"%s is %s in %s.".formatted(policy, wanted, String.join(", ", after.having(policy, wanted.name()))));
	}

	private void show(PolicyTable table) {
		if (this.json) {
			out().println(JsonMapper.shared().writeValueAsString(table));
		}
		else {
			table.lines().forEach(out()::println);
		}
	}

	private PrintWriter out() {
		return this.spec.commandLine().getOut();
	}

}
