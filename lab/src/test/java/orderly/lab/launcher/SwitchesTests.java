package orderly.lab.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import orderly.lab.Exit;
import orderly.lab.LabException;
import orderly.lab.client.StubServer;
import orderly.lab.launcher.RunState.Child;
import orderly.lab.launcher.RunState.ChildState;
import orderly.lab.launcher.RunState.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

class SwitchesTests {

	private static final String POLICIES = "{\"policies\":{\"retry\":\"%s\",\"inbox\":\"on\"}}";

	private final StringWriter out = new StringWriter();

	private final StubServer first = new StubServer();

	private final StubServer second = new StubServer();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@SuppressWarnings("NullAway.Init")
	Home home;

	@BeforeEach
	void twoInstancesRun() {
		this.home = new Home(this.folder, this.folder.resolve("state"));
		ProcessMark myself = ProcessMark.of(ProcessHandle.current());
		RunFile.write(this.home,
				new RunState(Phase.READY, Instant.EPOCH, 0, myself, "http://127.0.0.1:1", "secret", this.folder,
						List.of(new Child("kafka", ChildState.READY, 1, myself),
								new Child("order-service", ChildState.READY, this.first.url().getPort(), myself),
								new Child("order-service#2", ChildState.READY, this.second.url().getPort(), myself),
								new Child("payment-service", ChildState.KILLED, 1, null))));
	}

	@AfterEach
	void end() {
		this.first.close();
		this.second.close();
	}

	@Test
	void showsThePoliciesOfEachProcess() {
		this.first.on("GET /actuator/policies", 200, POLICIES.formatted("on"));
		this.second.on("GET /actuator/policies", 200, POLICIES.formatted("off"));
		assertThat(run(new SwitchPolicy(this.home))).isEqualTo(Exit.OK);
		assertThat(this.out.toString().lines().map((line) -> line.strip().split("\\s+"))).containsExactly(
				new String[] { "PROCESS", "inbox", "retry" }, new String[] { "order-service", "on", "on" },
				new String[] { "order-service#2", "on", "off" });
	}

	@Test
	void switchesAPolicyInAllProcessesThatKnowItAndInThoseToCome() {
		this.first.on("GET /actuator/policies", 200, POLICIES.formatted("off"))
			.on("POST /actuator/policies/retry", 204, "");
		this.second.on("GET /actuator/policies", 200, "{\"policies\":{\"inbox\":\"on\"}}");
		assertThat(run(new SwitchPolicy(this.home), "retry", "off")).isEqualTo(Exit.OK);
		assertThat(this.out).hasToString("retry is off in order-service." + System.lineSeparator());
		assertThat(this.first.seen()).contains("POST /actuator/policies/retry {\"state\":\"off\"}");
		assertThat(this.second.seen()).noneMatch((request) -> request.startsWith("POST"));
		assertThat(WantedPolicies.of(this.home).environment()).containsExactly(entry("ORDERLY_POLICIES_RETRY", "off"));
	}

	@Test
	void listsThePoliciesThatThereAre() {
		this.first.on("GET /actuator/policies", 200, POLICIES.formatted("on"));
		assertThat(run(new SwitchPolicy(this.home), "retries", "off")).isEqualTo(Exit.USAGE);
		assertThat(run(new SwitchPolicy(this.home), "retry")).isEqualTo(Exit.USAGE);
		assertThat(run(new SwitchPolicy(this.home), "retry", "of")).isEqualTo(Exit.USAGE);
		assertThat(this.out.toString()).contains("There is no policy 'retries'; there are: inbox, retry.",
				"Say on or off.", "expected one of [on, off]");
	}

	@Test
	void makesAllProcessesOfAServiceFail() {
		this.first.on("POST /actuator/faults", 204, "");
		this.second.on("POST /actuator/faults", 204, "");
		assertThat(run(new MakeFault(this.home), "order-service", "latency=1s", "path=/stock")).isEqualTo(Exit.OK);
		String request = "POST /actuator/faults {\"latency\":\"1000ms\",\"path\":\"/stock\"}";
		assertThat(this.first.seen()).contains(request);
		assertThat(this.second.seen()).contains(request);
	}

	@Test
	void makesOneProcessFail() {
		this.second.on("POST /actuator/faults", 204, "").on("GET /actuator/faults", 200, """
				{"faults":[{"path":"/","latency":"PT0S","errors":0.5,"lost":0.0}]}""");
		assertThat(run(new MakeFault(this.home), "order-service#2", "errors=0.5")).isEqualTo(Exit.OK);
		assertThat(this.first.seen()).noneMatch((each) -> each.startsWith("POST"));
		assertThat(this.out.toString()).contains("order-service#2", "errors=0.5");
	}

	@Test
	void healsEverything() {
		this.first.on("GET /actuator/faults", 200, """
				{"faults":[{"path":"/","latency":"PT1S","errors":0.0,"lost":0.0}]}""")
			.on("DELETE /actuator/faults", 204, "")
			.on("GET /actuator/faults", 200, "{\"faults\":[]}");
		assertThat(run(new MakeFault(this.home), "off")).isEqualTo(Exit.OK);
		assertThat(this.first.seen()).anyMatch((request) -> request.startsWith("DELETE /actuator/faults"));
		assertThat(this.second.seen()).noneMatch((request) -> request.startsWith("DELETE"));
		assertThat(this.out.toString()).contains("Nothing is made to fail.");
	}

	@Test
	void refusesAFaultWhereThereIsNoneToMake() {
		assertThat(run(new MakeFault(this.home), "kafka", "latency=1s")).isEqualTo(Exit.USAGE);
		assertThat(run(new MakeFault(this.home), "payment-service", "latency=1s")).isEqualTo(Exit.NOT_RUNNING);
		assertThat(run(new MakeFault(this.home), "order-service", "delay=1s")).isEqualTo(Exit.USAGE);
		assertThat(this.out.toString()).contains("./orderly pause kafka", "No process of payment-service is up.",
				"There is no setting 'delay'");
	}

	private int run(Object word, String... arguments) {
		PrintWriter writer = new PrintWriter(this.out, true);
		return new CommandLine(word).setOut(writer).setErr(writer).setExecutionExceptionHandler((ex, line, result) -> {
			writer.println(ex.getMessage());
			return (ex instanceof LabException known) ? known.exit() : Exit.FAILED;
		}).execute(arguments);
	}

}
