package orderly.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import orderly.test.upstream.Behaviour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

class BrokenUpstreamTests extends Edged {

	/** More than the server buffers: the answer has begun when it breaks. */
	private static final int BEGUN = 100_000;

	static Stream<Arguments> failures() {
		return Stream.of(argumentSet("silent", Behaviour.SILENT, 504, "timeout"),
				argumentSet("stalls in the body", Behaviour.stallsAfter(10), 504, "timeout"),
				argumentSet("resets", Behaviour.RESETS, 502, "bad-gateway"),
				argumentSet("hangs up", Behaviour.HANGS_UP, 502, "bad-gateway"),
				argumentSet("nonsense", Behaviour.TALKS_NONSENSE, 502, "bad-gateway"),
				argumentSet("breaks off early", Behaviour.breaksAfter(10, false), 502, "bad-gateway"),
				argumentSet("breaks off early, chunked", Behaviour.breaksAfter(10, true), 502, "bad-gateway"));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void saysWhatWentWrong(Behaviour behaviour, int status, String slug) {
		UPSTREAM.that(behaviour);
		Problems.assertOwn(http().get("/api/brief"), status, slug);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void breaksTheClientsAnswerWhereTheServicesBroke(boolean chunked) {
		UPSTREAM.that(Behaviour.breaksAfter(BEGUN, chunked));
		assertBroken();
	}

	@Test
	void breaksTheClientsAnswerWhenTimeIsUpInItsMiddle() {
		UPSTREAM.that(Behaviour.stallsAfter(BEGUN));
		assertBroken();
	}

	@Test
	void refusesAnOverlongBodyWithoutAskingTheService() {
		UPSTREAM.that(Behaviour.ANSWERS);
		byte[] body = new byte[17 * 1024];
		Problems.assertOwn(http().send(http().request("/api/v1/orders", "Content-Type", "application/json")
			.POST(BodyPublishers.ofByteArray(body))), 413, "too-large");
		Problems.assertOwn(http().send(http().request("/api/v1/orders", "Content-Type", "application/json")
			.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))), 413, "too-large");
		assertThat(UPSTREAM.arrivals()).isEmpty();
	}

	private void assertBroken() {
		Instant start = Instant.now();
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> http().get("/api/brief"))
			.withCauseInstanceOf(IOException.class);
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
		assertThat(UPSTREAM.arrivals()).hasSize(1);
	}

}
