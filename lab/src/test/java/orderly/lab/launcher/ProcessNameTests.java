package orderly.lab.launcher;

import java.util.List;

import orderly.lab.LabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProcessNameTests {

	private final List<Part> parts = new Topology(1000).parts();

	@Test
	void theFirstHasTheNameOfItsService() {
		assertThat(ProcessName.of("order-service")).isEqualTo(new ProcessName("order-service", 1))
			.isEqualTo(ProcessName.of("order-service#1"))
			.hasToString("order-service");
		assertThat(ProcessName.of("order-service#2")).hasToString("order-service#2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "order-service#", "order-service#0", "order-service#10", "../x", "A" })
	void refusesWhatIsNoName(String name) {
		assertThatExceptionOfType(LabException.class).isThrownBy(() -> ProcessName.of(name))
			.withMessageContaining("'" + name + "' is no name of a process");
	}

	@Test
	void eachReplicaHasAPortANumberAndTheSettingsOfItsService() {
		Part first = Part.named("order-service", this.parts);
		Part third = Part.named("order-service#3", this.parts);
		assertThat(third.port()).isEqualTo(9101);
		assertThat(third.module()).isEqualTo("order-service");
		assertThat(third.environment()).containsEntry("SERVER_PORT", "9101")
			.containsEntry("ORDERLY_INSTANCE", "3")
			.containsEntry("SPRING_DATASOURCE_URL", first.environment().get("SPRING_DATASOURCE_URL"));
	}

	@Test
	void onlyServicesRunMoreThanOnce() {
		assertThatExceptionOfType(LabException.class).isThrownBy(() -> Part.named("gateway#2", this.parts))
			.withMessage("Of gateway there is one only.");
		assertThatExceptionOfType(LabException.class).isThrownBy(() -> Part.named("nobody", this.parts))
			.withMessageContaining("There is no process 'nobody'; there are: kafka, ");
	}

	@Test
	void onlyOrderServiceServesSeveralVersions() {
		assertThat(Serve.settings("order-service#2", "1,2")).containsEntry("ORDERLY_ORDER_SERVE", "1,2");
		assertThatExceptionOfType(LabException.class).isThrownBy(() -> Serve.settings("payment-service", "1"))
			.withMessageContaining("and not payment-service");
		assertThat(List.of("one", "3", "1,1", "2,1", ""))
			.allSatisfy((wrong) -> assertThatExceptionOfType(LabException.class)
				.isThrownBy(() -> Serve.settings("order-service", wrong))
				.withMessageContaining("'%s' are no versions; say 1, 2 or 1,2.", wrong));
	}

}
