package orderly.lab.experiments;

import java.util.List;

import orderly.lab.client.StubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a reader of the chapters leaves behind is not measured. */
class OutsetTests {

	private final StubServer process = new StubServer();

	private final Lab lab = StubLab.over(this.process);

	@AfterEach
	void end() {
		this.process.close();
	}

	@Test
	void isASystemAsItIsStarted() {
		this.process.on("GET /actuator/faults", 200, "{\"faults\":[]}")
			.on("GET /actuator/policies", 200, "{\"policies\":{\"retry\":\"on\"}}");
		assertThatCode(() -> new Outset(this.lab, List.of()).require()).doesNotThrowAnyException();
	}

	@Test
	void isNoneWithAFault() {
		this.process.on("GET /actuator/faults", 200, "{\"faults\":[{\"path\":\"/\",\"errors\":1}]}");
		assertThatExceptionOfType(NotMeasuredException.class)
			.isThrownBy(() -> new Outset(this.lab, List.of()).require())
			.withMessageContaining("./orderly fault order-service off");
	}

	@Test
	void isNoneWithoutAPolicyThatIsNotTheExperimentsOwn() {
		this.process.on("GET /actuator/policies", 200, "{\"policies\":{\"retry\":\"off\"}}");
		assertThatCode(() -> new Outset(this.lab, List.of(Pattern.policy("retry"))).require())
			.doesNotThrowAnyException();
		assertThatExceptionOfType(NotMeasuredException.class)
			.isThrownBy(() -> new Outset(this.lab, List.of(Pattern.policy("inbox"))).require())
			.withMessageContaining("./orderly policy retry on");
	}

}
