package orderly.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import orderly.gateway.Http.Answer;
import orderly.test.upstream.Behaviour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/** What a breaker counts, and as what. */
class ServiceFailuresTests extends Edged {

	private static final Behaviour STALLS = Behaviour.stallsAfter(10);

	@Test
	void countsWhatARetryMendedAsGood() {
		for (int i = 0; i < 10; i++) {
			UPSTREAM.that(Behaviour.inTurn(Behaviour.RESETS, Behaviour.answers(503), Behaviour.ANSWERS));
			assertThat(get().status()).isEqualTo(200);
		}
		assertCounted(10, 0);
	}

	@ParameterizedTest
	@ValueSource(ints = { 502, 503, 504 })
	void countsTheServicesOwnWordThatItCannot(int status) {
		UPSTREAM.that(Behaviour.answers(status));
		assertThat(get().header("X-Trace-Id")).isEqualTo("upstream");
		assertCounted(0, 1);
	}

	@Test
	void countsATimeThatIsUp() {
		UPSTREAM.that(Behaviour.SILENT);
		Problems.assertOwn(http().get("/api/brief"), 504, "timeout");
		assertCounted(0, 1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 400, 404, 409, 422, 429, 500 })
	void countsAnyOtherAnswerAsGood(int status) {
		UPSTREAM.that(Behaviour.answers(status));
		get();
		assertCounted(1, 0);
	}

	@Test
	void learnsNothingFromAClientInAHurry() {
		UPSTREAM.that(Behaviour.SILENT);
		Problems.assertOwn(http().get("/api/brief", "Request-Timeout", "200"), 504, "timeout");
		assertCounted(0, 0);
	}

	@Test
	void learnsNothingFromAServiceThatNoticesTheHurry() {
		UPSTREAM.that(Behaviour.answers(504));
		Answer answer = http().get("/api/any", "Request-Timeout", "14000");
		assertThat(answer.status()).isEqualTo(504);
		assertThat(answer.header("X-Trace-Id")).isEqualTo("upstream");
		assertCounted(0, 0);
	}

	/** Its head was good, and has counted. */
	@ParameterizedTest
	@MethodSource("brokenBodies")
	void countsABodyThatBreaksOff(Behaviour behaviour) {
		UPSTREAM.that(behaviour);
		Problems.assertOwn(http().get("/api/brief"), behaviour == STALLS ? 504 : 502,
				behaviour == STALLS ? "timeout" : "bad-gateway");
		assertCounted(1, 1);
	}

	static Stream<Behaviour> brokenBodies() {
		return Stream.of(STALLS, Behaviour.breaksAfter(10, false), Behaviour.breaksAfter(10, true));
	}

	@Test
	void learnsNothingFromABodyThatAHurriedClientDoesNotWaitFor() {
		UPSTREAM.that(STALLS);
		Problems.assertOwn(http().get("/api/any", "Request-Timeout", "1000"), 504, "timeout");
		assertCounted(1, 0);
	}

	@Test
	void blamesNobodyForAClientThatHangsUpInTheMiddleOfTheBody() throws IOException {
		CompletableFuture<Exception> hungUp = neverEnds();
		try (Socket client = client("/api/any")) {
			client.getInputStream().readNBytes(100);
		}
		assertThat(hungUp).succeedsWithin(Duration.ofSeconds(30));
		assertCounted(1, 0);
	}

	@Test
	void blamesNobodyForAClientThatReadsSlowly() throws IOException {
		CompletableFuture<Exception> hungUp = neverEnds();
		try (Socket client = client("/api/brief")) {
			client.getInputStream().readNBytes(100);
			assertThat(hungUp).succeedsWithin(Duration.ofSeconds(30));
			catchThrowable(() -> client.getInputStream().readAllBytes());
		}
		assertCounted(1, 0);
	}

	/** Completes when the gateway has hung up. */
	private static CompletableFuture<Exception> neverEnds() {
		CompletableFuture<Exception> hungUp = new CompletableFuture<>();
		UPSTREAM.that((connection, out) -> {
			try {
				out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
				while (true) {
					out.write(new byte[1000]);
				}
			}
			catch (IOException ex) {
				hungUp.complete(ex);
			}
		});
		return hungUp;
	}

	@ParameterizedTest
	@ValueSource(ints = { 502, 503 })
	void countsWhatNoHurryExplains(int status) {
		UPSTREAM.that(Behaviour.answers(status));
		http().get("/api/any", "Request-Timeout", "14000");
		assertCounted(0, 1);
	}

	@Test
	void blamesNobodyForAClientThatHangsUp() throws IOException {
		UPSTREAM.that(Behaviour.after(Duration.ofMillis(300), Behaviour.ANSWERS));
		try (Socket _ = client("/api/any")) {
			await().atMost(5, SECONDS).until(() -> !UPSTREAM.arrivals().isEmpty());
		}
		await().atMost(5, SECONDS).untilAsserted(() -> assertCounted(1, 0));
	}

	private Socket client(String path) throws IOException {
		Socket client = new Socket(InetAddress.getLoopbackAddress(), this.port);
		client.getOutputStream()
			.write(("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
		return client;
	}

	private Answer get() {
		return http().get("/api/any");
	}

	private void assertCounted(int good, int bad) {
		CircuitBreaker counted = this.breakers.circuitBreaker("order-service");
		assertThat(counted.getMetrics().getNumberOfSuccessfulCalls()).isEqualTo(good);
		assertThat(counted.getMetrics().getNumberOfFailedCalls()).isEqualTo(bad);
	}

}
