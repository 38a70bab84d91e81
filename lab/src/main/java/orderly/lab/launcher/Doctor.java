package orderly.lab.launcher;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import orderly.lab.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Says whether this machine has what the system needs, and what to do where not. */
@Command(name = "doctor", mixinStandardHelpOptions = true,
		description = { "Say whether this machine has what Orderly needs, and what to do where it has not.",
				"Changes nothing. Exit codes: 0 all is well, 1 something is not." },
		footer = { "", "Example: ./orderly doctor --network" })
class Doctor implements Callable<Integer> {

	/** One of the smallest files that the build fetches: mirrors may have no index. */
	private static final String CENTRAL = "https://repo.maven.apache.org/maven2/org/jspecify/jspecify/1.0.0/jspecify-1.0.0.pom.sha1";

	private final Home home;

	@Mixin
	private final PortOffset portOffset = new PortOffset();

	@Option(names = "--network", description = "Ask also whether Maven Central can be reached.")
	private boolean network;

	@Option(names = "--json", description = "Write JSON.")
	private boolean json;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	Doctor(Home home) {
		this.home = home;
	}

	private record Diagnosis(boolean ok, List<Checked> checks) {
	}

	@Override
	public Integer call() {
		List<Checked> checks = new ArrayList<>(new Checkup(this.home, this.portOffset.value()).run());
		if (this.network) {
			checks.add(Checked.of("Maven Central", () -> Requirements.repository(CENTRAL)));
		}
		boolean ok = checks.stream().allMatch(Checked::ok);
		print(new Diagnosis(ok, checks));
		return ok ? Exit.OK : Exit.FAILED;
	}

	private void print(Diagnosis diagnosis) {
		PrintWriter out = this.spec.commandLine().getOut();
		if (this.json) {
			out.println(JsonMapper.builder()
				.enable(SerializationFeature.INDENT_OUTPUT)
				.build()
				.writeValueAsString(diagnosis));
		}
		else {
			diagnosis.checks().forEach((check) -> out.println(check.line()));
		}
	}

}
