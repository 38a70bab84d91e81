package orderly.lab.launcher;

import java.time.Duration;
import java.util.List;

import orderly.lab.experiments.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FaultSettingsTests {

	@Test
	void readsAllSettings() {
		assertThat(FaultSettings.parse(List.of("latency=2s", "errors=0.3", "lost=1", "path=/stock")))
			.isEqualTo(new Fault(Duration.ofSeconds(2), 0.3, 1, "/stock"));
		assertThat(FaultSettings.parse(List.of("latency=200ms", "path=messages")))
			.isEqualTo(Fault.NONE.withLatency(Duration.ofMillis(200)).withPath("messages"));
	}

	@ParameterizedTest
	@CsvSource({ "latency=soon, latency=soon is no time", "latency, latency= is no time",
			"errors=many, errors=many is no share", "errors=1.5, errors=1.5 is no share; write 0 to 1",
			"lost=NaN, lost=NaN is no share", "path=/stock, These settings change nothing",
			"latency=0s, These settings change nothing", "path=stock, begins with /",
			"delay=1s, 'there are: latency, errors, lost, path'" })
	void explainsWhatMakesNoSense(String setting, String sentence) {
		assertThatIllegalArgumentException().isThrownBy(() -> FaultSettings.parse(List.of(setting)))
			.withMessageContaining(sentence);
	}

}
