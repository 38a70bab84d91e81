package orderly.lab.load;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import orderly.lab.client.Answer;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import static org.assertj.core.api.Assertions.assertThat;

class SamplesTests {

	@Test
	void aPercentileIsTheLatencyThatSoManyStayWithin() {
		Samples samples = new Samples(IntStream.rangeClosed(1, 100).mapToObj((i) -> sample(0, i, 200, null)).toList());
		assertThat(samples.percentile(50)).isCloseTo(50, Offset.offset(0.1));
		assertThat(samples.percentile(99)).isCloseTo(99, Offset.offset(0.1));
		assertThat(samples.percentile(100)).isCloseTo(100, Offset.offset(0.1));
	}

	@Test
	void nothingHoldsAboutNoSamples() {
		Samples none = new Samples(List.of());
		assertThat(none.percentile(50)).isNaN();
		assertThat(none.share("order-service")).isNaN();
	}

	@Test
	void tellsWhichProcessAnswered() {
		Samples samples = new Samples(List.of(sample(0, 1, 200, "order-service;release=1;instance=1"),
				sample(0, 1, 200, "order-service;release=1;instance=2"),
				sample(0, 1, 200, "order-service;release=1;instance=2"), sample(0, 1, 503, null)));
		assertThat(samples.byInstance()).containsOnlyKeys("", "order-service", "order-service#2");
		assertThat(samples.share("order-service#2")).isEqualTo(2 / 3.0);
	}

	@Test
	void tellsApartWhatWentWrong() {
		Answer open = new Answer(503, null, null, JsonMapper.shared().readTree("{\"type\":\"/problems/unavailable\"}"));
		Samples samples = new Samples(List.of(sample(0, 1, 200, null), new Sample(Duration.ZERO, Duration.ZERO, open),
				new Sample(Duration.ZERO, Duration.ZERO, Answer.none())));
		assertThat(samples.byOutcome()).containsOnlyKeys("200", "503 unavailable", "no answer");
		assertThat(samples.ok().count()).isEqualTo(1);
		assertThat(samples.failed().count()).isEqualTo(2);
	}

	@Test
	void cutsAWindowByTheSchedule() {
		Samples samples = new Samples(List.of(sample(900, 500, 200, null), sample(1000, 1, 200, null),
				sample(1999, 1, 200, null), sample(2000, 1, 200, null)));
		assertThat(samples.between(Duration.ofSeconds(1), Duration.ofSeconds(2)).count()).isEqualTo(2);
		assertThat(samples.bySecond()).containsOnlyKeys(0L, 1L, 2L);
	}

	private static Sample sample(int scheduled, int latency, int status, @Nullable String servedBy) {
		return new Sample(Duration.ofMillis(scheduled), Duration.ofMillis(latency),
				new Answer(status, null, servedBy, MissingNode.getInstance()));
	}

}
