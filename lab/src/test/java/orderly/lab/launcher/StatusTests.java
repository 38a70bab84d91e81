package orderly.lab.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import orderly.lab.Exit;
import orderly.lab.client.StubServer;
import orderly.lab.launcher.RunState.Child;
import orderly.lab.launcher.RunState.ChildState;
import orderly.lab.launcher.RunState.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class StatusTests {

	private final StringWriter out = new StringWriter();

	private final StubServer orders = new StubServer();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@SuppressWarnings("NullAway.Init")
	Home home;

	@BeforeEach
	void oneServiceRunsAndOthersDoNot() {
		this.home = new Home(this.folder, this.folder.resolve("state"));
		ProcessMark myself = ProcessMark.of(ProcessHandle.current());
		ProcessMark dead = new ProcessMark(myself.pid(), myself.started().minusSeconds(60));
		RunFile.write(this.home,
				new RunState(Phase.READY, Instant.EPOCH, 0, myself, "http://127.0.0.1:1", "secret", this.folder,
						List.of(new Child("kafka", ChildState.READY, 1, dead),
								new Child("zipkin", ChildState.READY, 9411, myself),
								new Child("order-service", ChildState.READY, this.orders.url().getPort(), myself),
								new Child("payment-service", ChildState.KILLED, 1, null),
								new Child("gateway", ChildState.STARTING, 8080, null))));
		this.orders.on("GET /actuator/prometheus", 200, """
				orderly_consumer_lag{group="order-service"} NaN
				orderly_message_age_seconds{group="order-service"} 2.1
				orderly_outbox_rows 4.0
				orderly_outbox_age_seconds 0.0
				orderly_dead_letters{group="order-service"} 1.0
				""")
			.on("GET /actuator/policies", 200, "{\"policies\":{\"inbox\":\"on\",\"retry\":\"off\"}}")
			.on("GET /actuator/faults", 200, """
					{"faults":[{"path":"/stock","latency":"PT1S","errors":0.0,"lost":0.0}]}""");
	}

	@AfterEach
	void end() {
		this.orders.close();
	}

	@Test
	void saysWhatWaitsWhatIsOffAndWhatIsMadeToFail() {
		assertThat(status()).isEqualTo(Exit.FAILED);
		assertThat(this.out.toString().lines().map((line) -> line.strip().replaceAll(" +", " "))).contains(
				"order-service ? 3 s 4 - 1", "payment-service ? ? ? ? ?",
				"order-service gave up on 1 messages: its log says why.", "Switched off: retry in order-service",
				"Made to fail: order-service /stock latency=1000ms errors=0.0 lost=0.0");
	}

	@Test
	void seesItselfThatAProcessDied() {
		status();
		assertThat(this.out.toString()).containsPattern("kafka +died +- +1 ")
			.containsPattern("payment-service +killed")
			.containsPattern("gateway +starting");
	}

	@Test
	void answersInJson() {
		status("--json");
		JsonNode answer = JsonMapper.shared().readTree(this.out.toString());
		assertThat(answer.at("/messages/0/outboxRows").asInt()).isEqualTo(4);
		assertThat(answer.at("/messages/0/lag").isNull()).isTrue();
		assertThat(answer.at("/policiesOff/retry/0").asString()).isEqualTo("order-service");
		assertThat(answer.at("/faults/0/latencyMs").asInt()).isEqualTo(1000);
	}

	private int status(String... arguments) {
		return new CommandLine(new Status(this.home)).setOut(new PrintWriter(this.out, true)).execute(arguments);
	}

}
