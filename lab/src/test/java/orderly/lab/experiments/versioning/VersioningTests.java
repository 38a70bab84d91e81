package orderly.lab.experiments.versioning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import orderly.lab.client.Answer;
import orderly.lab.experiments.Finding;
import orderly.lab.load.Sample;
import orderly.lab.load.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class VersioningTests {

	private static final String OLD = "order-service;release=1;instance=2";

	private static final String NEW = "order-service;release=1;instance=1";

	private final List<Sample> v1 = new ArrayList<>(
			List.of(served(1, OLD), unavailable(3), unavailable(4), unavailable(6), served(9, OLD)));

	private final List<Sample> v2 = new ArrayList<>(List.of(served(1, NEW), served(4, NEW), served(9, NEW)));

	@Test
	void holdsWhereEachVersionHasItsOwnReleaseAndItsOwnOutage() {
		assertThat(held()).containsOnly(true);
	}

	@Test
	void isRefutedByOneFailureInTheVersionThatStays() {
		this.v2.add(unavailable(4));
		assertThat(held()).containsExactly(false, true, true, true, true, true);
	}

	@Test
	void isRefutedByAnAnswerOfTheOtherRelease() {
		this.v2.add(served(4, OLD));
		this.v1.add(served(1, NEW));
		assertThat(held()).containsExactly(true, false, false, true, true, true);
	}

	@Test
	void isRefutedByAnAnswerWhileNobodyServesTheVersion() {
		this.v1.add(served(4, OLD));
		assertThat(held()).containsExactly(true, true, true, false, true, true);
	}

	@Test
	void isRefutedWhereNobodyAskedWhileItWasWithdrawnOrBack() {
		this.v1.removeIf(sample -> sample.scheduled().toSeconds() > 2);
		assertThat(held()).containsExactly(true, true, true, false, false, false);
	}

	@Test
	void isRefutedByAnyOtherFailureWhileItLeavesOrComesBack() {
		this.v1.add(sample(7, 504, null, "{\"type\": \"/problems/timeout\"}"));
		assertThat(held()).containsExactly(true, true, true, true, false, true);
	}

	@Test
	void isRefutedByAFailureOnceItIsBack() {
		this.v1.add(unavailable(9));
		assertThat(held()).containsExactly(true, true, true, true, true, false);
	}

	/** Told to go at 1 s, gone at 2 s, on its way back at 5 s, back at 8 s. */
	private List<Boolean> held() {
		Withdrawal seen = new Withdrawal(new Samples(this.v1), new Samples(this.v2), Duration.ofSeconds(1),
				Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(8), Duration.ofSeconds(10));
		return Versioning.releases(seen).stream().map(Finding::held).toList();
	}

	private static Sample served(int second, String by) {
		return sample(second, 200, by, "{}");
	}

	private static Sample unavailable(int second) {
		return sample(second, 503, null, "{\"type\": \"/problems/unavailable\"}");
	}

	private static Sample sample(int second, int status, @Nullable String by, String body) {
		JsonNode json = JsonMapper.shared().readTree(body);
		return new Sample(Duration.ofSeconds(second), Duration.ofMillis(5), new Answer(status, null, by, json));
	}

}
