package orderly.lab.experiments.breaker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.NotMeasuredException;
import orderly.lab.experiments.Verdict;
import orderly.lab.plots.TimePlot.Band;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CircuitBreakerTests {

	private static final Instant SINCE = Instant.parse("2026-11-01T10:00:00Z");

	@ParameterizedTest
	@CsvSource({ "CLOSED OPEN HALF_OPEN CLOSED, true", "CLOSED OPEN HALF_OPEN OPEN HALF_OPEN CLOSED, true",
			"CLOSED OPEN HALF_OPEN CLOSED OPEN HALF_OPEN CLOSED, true", "'', false", "CLOSED OPEN, false",
			"CLOSED OPEN HALF_OPEN, false", "CLOSED OPEN CLOSED, false", "OPEN HALF_OPEN CLOSED, false" })
	void knowsTheOrderOfTheStates(String states, boolean right) {
		assertThat(Transitions.isOneCycle(List.of(states.split(" ")))).isEqualTo(right);
	}

	@Test
	void readsOneBreakersChangesSinceItBegan(@TempDir Path logs) throws IOException {
		write(logs, line(-1, "inventory-service", "CLOSED -> OPEN"), line(2, "inventory-service", "CLOSED -> OPEN"),
				line(3, "payment-service", "CLOSED -> OPEN"), "{\"message\": \"Nothing of the kind\"}",
				line(4, "inventory-service", "OPEN -> HALF_OPEN"),
				"{\"message\": \"Breaker inventory-service: HALF_OP");
		Transitions transitions = new Transitions(logs, "order-service", "inventory-service", SINCE);
		assertThat(transitions.states()).containsExactly("CLOSED", "OPEN", "HALF_OPEN");
		assertThat(transitions.statesUntil(SINCE.plusSeconds(3))).containsExactly("CLOSED", "OPEN");
		assertThat(transitions.statesSince(SINCE.plusSeconds(3))).containsExactly("OPEN", "HALF_OPEN");
		assertThat(transitions.isClosed()).isFalse();
		assertThat(transitions.lastTo("OPEN")).contains(SINCE.plusSeconds(2));
		assertThat(transitions.bands(Duration.ofSeconds(9))).containsExactly(band("CLOSED", 0, 2), band("OPEN", 2, 4),
				band("HALF_OPEN", 4, 9));
	}

	@Test
	void saysThatALogIsNotThere(@TempDir Path logs) {
		assertThatExceptionOfType(NotMeasuredException.class)
			.isThrownBy(() -> new Transitions(logs, "order-service", "inventory-service", SINCE).states())
			.withMessageContaining("order-service");
	}

	@ParameterizedTest
	@CsvSource({ "40, 100, true", "41, 100, false", "40, 101, false" })
	void holdsWhereFewerCallsArriveAndOrdersAreQuicker(int reaching, int milliseconds, boolean holds) {
		Verdict verdict = new CircuitBreaker().verdict(measured(100, 200), measured(reaching, milliseconds));
		assertThat(verdict instanceof Verdict.Holds).isEqualTo(holds);
	}

	@Test
	void isRefutedWhereNothingWasMeasured() {
		assertThat(new CircuitBreaker().verdict(new Measured(Map.of(), List.of(), List.of()), measured(1, 1)))
			.isInstanceOf(Verdict.Refuted.class);
	}

	private static Measured measured(int reaching, int milliseconds) {
		return new Measured(Map.of("hanging-calls-reaching", reaching, "hanging-p50-ms", milliseconds),
				List.of(new Finding("every order is taken", true, "")), List.of());
	}

	private static Band band(String state, int from, int to) {
		return new Band(state, Duration.ofSeconds(from), Duration.ofSeconds(to));
	}

	private static String line(int second, String partner, String change) {
		return "{\"@timestamp\": \"%s\", \"message\": \"Breaker %s: %s\"}".formatted(SINCE.plusSeconds(second), partner,
				change);
	}

	private static void write(Path logs, String... lines) throws IOException {
		Files.write(logs.resolve("order-service.json"), List.of(lines));
	}

}
