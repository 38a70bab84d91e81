package orderly.lab.cli;

import java.net.URI;
import java.util.Map;

import orderly.lab.client.StubServer;
import orderly.lab.experiments.Driver;
import orderly.lab.experiments.Fault;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.NotMeasuredException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ElsewhereTests {

	@Test
	void aSystemIsNamedByAllThreeOrNotAtAll() {
		assertThat(Elsewhere.named(Map.of())).isEmpty();
		assertThat(Elsewhere.named(Map.of("ORDERLY_GATEWAY", "http://gateway:8080", "ORDERLY_ZIPKIN",
				"http://zipkin:9411", "ORDERLY_PROCESSES", "")))
			.isEmpty();
		assertThat(system("http://NAME:8080")).isNotNull();
	}

	@Test
	void aProcessIsFoundByItsName() {
		Lab lab = system("http://NAME:8080").lab();
		assertThat(lab.process().apply("payment-provider")).isEqualTo(URI.create("http://payment-provider:8080"));
	}

	@Test
	void everyAddressOfANameIsAnInstance() {
		assertThat(system("http://localhost:8080").instances("order-service"))
			.contains(URI.create("http://127.0.0.1:8080"));
	}

	@Test
	void aNameWithoutAddressIsNotThere() {
		assertThatExceptionOfType(NotMeasuredException.class)
			.isThrownBy(() -> system("http://NAME.invalid:8080").instances("order-service"))
			.withMessageContaining("order-service");
	}

	@Test
	void aServiceIsMadeToFailAndNotKilled() {
		try (StubServer process = new StubServer().on("POST /actuator/faults", 204, "")) {
			Driver driver = system(process.url().toString()).lab().driver();
			driver.fault("order-service", Fault.NONE.withErrors(0.5));
			assertThat(process.seen()).singleElement().asString().contains("/actuator/faults").contains("0.5");
			assertThatExceptionOfType(NotMeasuredException.class).isThrownBy(() -> driver.kill("order-service"));
		}
	}

	private static Elsewhere system(String processes) {
		return Elsewhere
			.named(Map.of("ORDERLY_GATEWAY", "http://gateway:8080", "ORDERLY_ZIPKIN", "http://zipkin:9411",
					"ORDERLY_PROCESSES", processes))
			.orElseThrow();
	}

}
