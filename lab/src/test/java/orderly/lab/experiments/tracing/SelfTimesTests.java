package orderly.lab.experiments.tracing;

import java.util.List;
import java.util.Map;

import orderly.lab.client.Span;
import orderly.lab.client.Trace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SelfTimesTests {

	@Test
	void whoWaitsForAnotherIsNotToBlame() {
		SelfTimes times = of(span("a", null, "gateway", 0, 500), span("b", "a", "order-service", 10, 480),
				span("c", "b", "payment-service", 50, 430));
		assertThat(times.byService())
			.isEqualTo(Map.of("gateway", 20.0, "order-service", 50.0, "payment-service", 430.0));
		assertThat(times.culprit()).isEqualTo("payment-service");
	}

	@Test
	void childrenAtTheSameTimeAreWaitedForOnce() {
		SelfTimes times = of(span("a", null, "gateway", 0, 100), span("b", "a", "x", 10, 50),
				span("c", "a", "x", 30, 50));
		assertThat(times.of("gateway")).isEqualTo(30);
	}

	@Test
	void aChildThatGoesOnAfterItsParentTakesOnlyWhatOverlaps() {
		SelfTimes times = of(span("a", null, "order-service", 0, 100), span("b", "a", "payment-service", 90, 900));
		assertThat(times.of("order-service")).isEqualTo(90);
		assertThat(times.of("payment-service")).isEqualTo(900);
	}

	@Test
	void aChildBeforeAnyTimeOfItsParentTakesNothing() {
		SelfTimes times = of(span("a", null, "order-service", 100, 100), span("b", "a", "x", 0, 50),
				span("c", "a", "x", 300, 50));
		assertThat(times.of("order-service")).isEqualTo(100);
	}

	@Test
	void nobodyIsToBlameForNothing() {
		assertThat(of().culprit()).isEmpty();
	}

	/** Times are milliseconds. */
	private static SelfTimes of(Span... spans) {
		return SelfTimes.of(new Trace("t", List.of(spans)));
	}

	private static Span span(String id, @Nullable String parent, String service, long start, long length) {
		return new Span("t", id, parent, null, id, start * 1000, length * 1000, new Span.Endpoint(service), null, null);
	}

}
