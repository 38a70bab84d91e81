package orderly.lab.experiments;

import java.time.Duration;
import java.util.List;

import orderly.lab.LabException;
import orderly.lab.client.Http;
import orderly.lab.client.StubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ActuatorDriverTests {

	private final StubServer stub = new StubServer();

	private final ActuatorDriver driver = new ActuatorDriver(new Http(), List.of("gateway"),
			(name) -> List.of(this.stub.url()));

	@AfterEach
	void stop() {
		this.stub.close();
	}

	@Test
	void makesAProcessFailAndHealsIt() {
		this.stub.on("POST /actuator/faults", 204, "").on("DELETE /actuator/faults", 204, "");
		this.driver.fault("payment-service", Fault.NONE.withLatency(Duration.ofMillis(400)).withPath("messages"));
		this.driver.heal("payment-service");
		assertThat(this.stub.seen()).containsExactly(
				"POST /actuator/faults {\"latency\":\"400ms\",\"path\":\"messages\"}", "DELETE /actuator/faults ");
	}

	@Test
	void switchesAPolicyWhereItIsKnown() {
		this.stub.on("GET /actuator/policies", 200, "{\"policies\":{\"retry\":\"on\"}}")
			.on("POST /actuator/policies/retry", 204, "");
		assertThat(this.driver.policy("retry")).isTrue();
		this.driver.policy("retry", false);
		assertThat(this.stub.seen()).contains("POST /actuator/policies/retry {\"state\":\"off\"}");
	}

	@Test
	void aPolicyThatNobodyKnowsCannotBeMeasured() {
		this.stub.on("GET /actuator/policies", 200, "{\"policies\":{}}");
		assertThatThrownBy(() -> this.driver.policy("inbox", false)).isInstanceOf(NotMeasuredException.class);
	}

	@Test
	void aRefusedFaultIsASentence() {
		assertThatThrownBy(() -> this.driver.fault("gateway", Fault.NONE)).isInstanceOf(LabException.class)
			.hasMessageContaining("404");
	}

	@Test
	void killsNothing() {
		assertThatThrownBy(() -> this.driver.kill("gateway")).isInstanceOf(NotMeasuredException.class)
			.hasMessageContaining("not started by ./orderly up");
	}

}
