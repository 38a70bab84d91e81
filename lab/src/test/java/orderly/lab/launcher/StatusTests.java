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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class StatusTests {

	private final StubServer orders = new StubServer();

	private final StubServer registry = new StubServer();

	private final TestHome here;

	StatusTests(@TempDir Path folder) {
		this.here = new TestHome(folder);
	}

	@BeforeEach
	void oneServiceRunsAndOthersDoNot() {
		this.here.runs(new Child("kafka", ChildState.READY, 1, TestHome.ANOTHER), TestHome.ready("zipkin", 9411),
				TestHome.ready("order-service", this.orders.url().getPort()),
				TestHome.ready("registry", this.registry.url().getPort()),
				new Child("payment-service", ChildState.KILLED, 1, null),
				new Child("gateway", ChildState.STARTING, 8080, null));
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
		this.registry.close();
	}

	@Test
	void saysWhatWaitsWhatIsOffAndWhatIsMadeToFail() {
		assertThat(this.here.run(Status::new)).isEqualTo(Exit.FAILED);
		assertThat(this.here.printed().lines().map((line) -> line.strip().replaceAll(" +", " "))).contains(
				"order-service ? 3 s 4 ? 1", "payment-service ? ? ? ? ?",
				"order-service gave up on 1 messages: its log says why.", "Switched off: retry in order-service",
				"Made to fail: order-service /stock latency=1000ms errors=0.0 lost=0.0");
	}

	@Test
	void saysWhichVersionOfTheOrdersNobodyOffers() {
		this.registry.on("GET /eureka/apps/ORDER-SERVICE", 200,
				"""
						{"application":{"name":"ORDER-SERVICE","instance":[
						{"status":"UP","metadata":{"api-versions":"2"}}, {"status":"DOWN","metadata":{"api-versions":"1,2"}}]}}""");
		this.here.run(Status::new);
		assertThat(this.here.printed()).contains("Nobody offers version 1 of the API of order-service.")
			.doesNotContain("Nobody offers version 2");
	}

	@Test
	void saysNothingAboutVersionsWhenTheRegistryDoesNotTell() {
		this.here.run(Status::new);
		assertThat(this.here.printed()).doesNotContain("Nobody offers");
	}

	@Test
	void seesItselfThatAProcessDied() {
		this.here.run(Status::new);
		assertThat(this.here.printed()).containsPattern("kafka +died +- +1 ")
			.containsPattern("payment-service +killed")
			.containsPattern("gateway +starting");
	}

	@Test
	void answersInJson() {
		this.here.run(Status::new, "--json");
		JsonNode answer = JsonMapper.shared().readTree(this.here.printed());
		assertThat(answer.at("/messages/0/outboxRows").asInt()).isEqualTo(4);
		assertThat(answer.at("/messages/0/lag").isNull()).isTrue();
		assertThat(answer.at("/policiesOff/retry/0").asString()).isEqualTo("order-service");
		assertThat(answer.at("/faults/0/latencyMs").asInt()).isEqualTo(1000);
	}

}
