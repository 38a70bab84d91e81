package orderly.lab.experiments.retry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import orderly.lab.client.Answer;
import orderly.lab.client.Order;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Measured;
import orderly.lab.experiments.Verdict;
import orderly.lab.load.Sample;
import orderly.lab.load.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class RetryTests {

	private static final Measured GOOD = new Measured(Map.of(), List.of(new Finding("no order fails", true, "")),
			List.of());

	private final Retry experiment = new Retry();

	@Test
	void holdsWhereTheRetryHelpsAndItsAbsenceHurts() {
		assertThat(this.experiment.verdict(off(Retry.FAILED, Retry.DOUBLE), GOOD)).isInstanceOf(Verdict.Holds.class);
	}

	@Test
	void isRefutedWhereNothingGoesWrongWithoutIt() {
		assertThat(this.experiment.verdict(off(Retry.FAILED - 1, 20), GOOD)).isInstanceOf(Verdict.Refuted.class);
		assertThat(this.experiment.verdict(off(20, Retry.DOUBLE - 1), GOOD)).isInstanceOf(Verdict.Refuted.class);
		assertThat(this.experiment.verdict(new Measured(Map.of(), List.of(), List.of()), GOOD))
			.isInstanceOf(Verdict.Refuted.class);
	}

	@Test
	void isRefutedByOneOrderThatFails() {
		assertThat(held(heard("a", null), made("a", "b"))).containsExactly(false, false);
	}

	@Test
	void isRefutedByOneOrderThatWasMadeTwice() {
		Orders orders = new Orders(heard("a", "b"), made("a", "b", "c"));
		assertThat(orders.findings()).extracting(Finding::held).containsExactly(true, false);
		assertThat(orders.tooMany()).isEqualTo(1);
	}

	@Test
	void isRefutedWhereTwoCustomersGotOneOrderAndAnotherOneWasMade() {
		assertThat(held(heard("a", "a"), made("a", "b"))).containsExactly(true, false);
	}

	@Test
	void holdsForOneOrderEach() {
		assertThat(held(heard("a", "b"), made("b", "a"))).containsExactly(true, true);
	}

	private static List<Boolean> held(Samples heard, List<Order> made) {
		return new Orders(heard, made).findings().stream().map(Finding::held).toList();
	}

	private static Measured off(int failed, int doubled) {
		return new Measured(Map.of("sent-once-failed", failed, "resent-without-key-double", doubled), List.of(),
				List.of());
	}

	private static Samples heard(@Nullable String... ids) {
		return new Samples(Stream.of(ids)
			.map(id -> new Sample(Duration.ZERO, Duration.ofMillis(5),
					(id == null) ? Answer.none() : new Answer(202, null, null, json(id))))
			.toList());
	}

	private static List<Order> made(String... ids) {
		return Stream.of(ids)
			.map(id -> new Order(id, "CONFIRMED", null, "async", List.of(), 100, "EUR", "", ""))
			.toList();
	}

	private static JsonNode json(String id) {
		return JsonMapper.shared().readTree("{\"id\": \"" + id + "\"}");
	}

}
