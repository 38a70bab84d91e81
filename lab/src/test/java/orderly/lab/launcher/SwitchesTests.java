package orderly.lab.launcher;

import java.nio.file.Path;

import orderly.lab.Exit;
import orderly.lab.client.StubServer;
import orderly.lab.launcher.RunState.Child;
import orderly.lab.launcher.RunState.ChildState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

class SwitchesTests {

	private static final String POLICIES = "{\"policies\":{\"retry\":\"%s\",\"inbox\":\"on\"}}";

	private final StubServer first = new StubServer();

	private final StubServer second = new StubServer();

	private final TestHome here;

	SwitchesTests(@TempDir Path folder) {
		this.here = new TestHome(folder);
	}

	@BeforeEach
	void twoInstancesRun() {
		this.here.runs(TestHome.ready("kafka", 1), TestHome.ready("order-service", this.first.url().getPort()),
				TestHome.ready("order-service#2", this.second.url().getPort()),
				new Child("payment-service", ChildState.KILLED, 1, null));
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
		assertThat(this.here.run(SwitchPolicy::new)).isEqualTo(Exit.OK);
		assertThat(this.here.printed().lines().map((line) -> line.strip().split("\\s+"))).containsExactly(
				new String[] { "PROCESS", "inbox", "retry" }, new String[] { "order-service", "on", "on" },
				new String[] { "order-service#2", "on", "off" });
	}

	@Test
	void showsOnePolicyWhereItIsKnown() {
		this.first.on("GET /actuator/policies", 200, POLICIES.formatted("off"));
		this.second.on("GET /actuator/policies", 200, "{\"policies\":{\"inbox\":\"on\"}}");
		assertThat(this.here.run(SwitchPolicy::new, "retry")).isEqualTo(Exit.OK);
		assertThat(this.here.printed().lines().map((line) -> line.strip().split("\\s+")))
			.containsExactly(new String[] { "PROCESS", "retry" }, new String[] { "order-service", "off" });
	}

	@Test
	void switchesAPolicyInAllProcessesThatKnowItAndInThoseToCome() {
		this.first.on("GET /actuator/policies", 200, POLICIES.formatted("off"))
			.on("POST /actuator/policies/retry", 204, "");
		this.second.on("GET /actuator/policies", 200, "{\"policies\":{\"inbox\":\"on\"}}");
		assertThat(this.here.run(SwitchPolicy::new, "retry", "off")).isEqualTo(Exit.OK);
		assertThat(this.here.printed()).isEqualTo("retry is off in order-service." + System.lineSeparator());
		assertThat(this.first.seen()).contains("POST /actuator/policies/retry {\"state\":\"off\"}");
		assertThat(this.second.seen()).noneMatch((request) -> request.startsWith("POST"));
		assertThat(WantedPolicies.of(this.here.home()).environment())
			.containsExactly(entry("ORDERLY_POLICIES_RETRY", "off"));
	}

	@Test
	void listsThePoliciesThatThereAre() {
		this.first.on("GET /actuator/policies", 200, POLICIES.formatted("on"));
		assertThat(this.here.run(SwitchPolicy::new, "retries", "off")).isEqualTo(Exit.USAGE);
		assertThat(this.here.run(SwitchPolicy::new, "retries")).isEqualTo(Exit.USAGE);
		assertThat(this.here.run(SwitchPolicy::new, "retry", "of")).isEqualTo(Exit.USAGE);
		assertThat(this.here.printed()).contains("There is no policy 'retries'; there are: inbox, retry.",
				"expected one of [on, off]");
	}

	@Test
	void makesAllProcessesOfAServiceFail() {
		this.first.on("POST /actuator/faults", 204, "");
		this.second.on("POST /actuator/faults", 204, "");
		assertThat(this.here.run(MakeFault::new, "order-service", "latency=1s", "path=/stock")).isEqualTo(Exit.OK);
		String request = "POST /actuator/faults {\"latency\":\"1000ms\",\"path\":\"/stock\"}";
		assertThat(this.first.seen()).contains(request);
		assertThat(this.second.seen()).contains(request);
	}

	@Test
	void makesOneProcessFail() {
		this.second.on("POST /actuator/faults", 204, "").on("GET /actuator/faults", 200, """
				{"faults":[{"path":"/","latency":"PT0S","errors":0.5,"lost":0.0}]}""");
		assertThat(this.here.run(MakeFault::new, "order-service#2", "errors=0.5")).isEqualTo(Exit.OK);
		assertThat(this.first.seen()).noneMatch((each) -> each.startsWith("POST"));
		assertThat(this.here.printed()).contains("order-service#2", "errors=0.5");
	}

	@Test
	void healsEverything() {
		this.first.on("GET /actuator/faults", 200, """
				{"faults":[{"path":"/","latency":"PT1S","errors":0.0,"lost":0.0}]}""")
			.on("DELETE /actuator/faults", 204, "")
			.on("GET /actuator/faults", 200, "{\"faults\":[]}");
		assertThat(this.here.run(MakeFault::new, "off")).isEqualTo(Exit.OK);
		assertThat(this.first.seen()).anyMatch((request) -> request.startsWith("DELETE /actuator/faults"));
		assertThat(this.second.seen()).noneMatch((request) -> request.startsWith("DELETE"));
		assertThat(this.here.printed()).contains("Nothing is made to fail.");
	}

	@Test
	void refusesAFaultWhereThereIsNoneToMake() {
		assertThat(this.here.run(MakeFault::new, "kafka", "latency=1s")).isEqualTo(Exit.USAGE);
		assertThat(this.here.run(MakeFault::new, "payment-service", "latency=1s")).isEqualTo(Exit.NOT_RUNNING);
		assertThat(this.here.run(MakeFault::new, "order-service", "delay=1s")).isEqualTo(Exit.USAGE);
		assertThat(this.here.run(MakeFault::new, "order-service", "latency=0ms", "path=/stock")).isEqualTo(Exit.USAGE);
		assertThat(this.here.run(MakeFault::new, "order-service", "errors=2")).isEqualTo(Exit.USAGE);
		assertThat(this.here.printed()).contains("./orderly kill kafka", "No process of payment-service is up.",
				"There is no setting 'delay'", "These settings change nothing; say a latency, errors or lost.",
				"errors=2 is no share; write 0 to 1.");
	}

}
