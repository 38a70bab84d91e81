package orderly.gateway;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import orderly.gateway.Http.Answer;
import orderly.test.upstream.Behaviour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/** Counted where it arrives: at the service's socket. */
class EdgeRetryTests extends Edged {

	@Autowired
	private MeterRegistry meters;

	@AfterEach
	void on() {
		assertThat(http().policy("retry", "on")).isEqualTo(204);
	}

	/** Whatever was asked again, or given up on, is not waited for any more. */
	@AfterEach
	void nothingIsInFlight() {
		await().atMost(5, SECONDS)
			.untilAsserted(() -> assertThat(this.meters.get("orderly.balancing.in-flight").gauges())
				.allSatisfy((inFlight) -> assertThat(inFlight.value()).isZero()));
	}

	static Stream<Arguments> failures() {
		return Stream.of(argumentSet("resets", Behaviour.RESETS, 502), argumentSet("hangs up", Behaviour.HANGS_UP, 502),
				argumentSet("nonsense", Behaviour.TALKS_NONSENSE, 502),
				argumentSet("says 502", Behaviour.answers(502), 502),
				argumentSet("says 503", Behaviour.answers(503), 503),
				argumentSet("says 504", Behaviour.answers(504), 504));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void repeatsWhatMayBeRepeated(Behaviour behaviour, int status) {
		UPSTREAM.that(behaviour);
		assertArrivals("GET", 3, status);
		assertArrivals("PUT", 3, status);
		assertArrivals("DELETE", 3, status);
		assertArrivals("POST", 1, status);
		assertArrivals("POST", 3, status, "Idempotency-Key", "\"k\"");
	}

	@ParameterizedTest
	@MethodSource("failures")
	void repeatsNothingWhenSwitchedOff(Behaviour behaviour, int status) {
		assertThat(http().policy("retry", "off")).isEqualTo(204);
		UPSTREAM.that(behaviour);
		assertArrivals("GET", 1, status);
		assertArrivals("POST", 1, status, "Idempotency-Key", "\"k\"");
	}

	@ParameterizedTest
	@CsvSource({ "200", "400", "404", "409", "429", "500", "501" })
	void takesAnyOtherAnswerForAnAnswer(int status) {
		UPSTREAM.that(Behaviour.answers(status));
		assertArrivals("GET", 1, status);
	}

	@Test
	void doesNotRepeatWhatTookTooLong() {
		UPSTREAM.that(Behaviour.SILENT);
		Problems.assertOwn(http().get("/api/brief", "Idempotency-Key", "\"k\""), 504, "timeout");
		assertThat(UPSTREAM.arrivals()).hasSize(1);
	}

	@Test
	void endsWithTheFirstGoodAnswer() {
		UPSTREAM.that(Behaviour.inTurn(Behaviour.RESETS, Behaviour.answers(503), Behaviour.ANSWERS));
		assertArrivals("GET", 3, 200);
		UPSTREAM.that(Behaviour.inTurn(Behaviour.answers(502), Behaviour.answers(404)));
		assertArrivals("GET", 2, 404);
	}

	@Test
	void passesOnWhatTheLastAttemptBrought() {
		UPSTREAM.that(Behaviour.inTurn(Behaviour.RESETS, Behaviour.RESETS, Behaviour.answers(503)));
		assertThat(send("GET").response().headers().allValues("X-Trace-Id")).containsExactly("upstream");
		UPSTREAM.that(Behaviour.inTurn(Behaviour.answers(503), Behaviour.answers(503), Behaviour.RESETS));
		Problems.assertOwn(send("GET"), 502, "bad-gateway");
	}

	@Test
	void sendsTheWholeBodyEachTime() {
		String body = "x".repeat(16 * 1024);
		UPSTREAM.that(Behaviour.inTurn(Behaviour.RESETS, Behaviour.answers(503), Behaviour.ANSWERS));
		Answer answer = http()
			.send(http().request("/api/any", "Content-Type", "application/json", "Idempotency-Key", "k")
				.POST(BodyPublishers.ofString(body)));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(UPSTREAM.arrivals()).hasSize(3)
			.allSatisfy((arrival) -> assertThat(arrival).endsWith("\r\n\r\n" + body));
	}

	@Test
	void leavesNoConnectionBehindThatStillSendsARefusedAnswer() throws InterruptedException {
		Semaphore closed = new Semaphore(0);
		UPSTREAM.that(Behaviour.inTurn((connection, out) -> {
			Behaviour.stallsAfter(503, 10).answer(connection, out);
			assertThat(connection.getInputStream().read()).isEqualTo(-1);
			closed.release();
		}, Behaviour.ANSWERS));
		assertArrivals("GET", 2, 200);
		assertThat(closed.tryAcquire(5, SECONDS)).as("closed, and not by the 15 s of its call").isTrue();
	}

	@Test
	void keepsTheDeadlineOverAllAttempts() {
		UPSTREAM.that(Behaviour.after(Duration.ofMillis(1100), Behaviour.answers(503)));
		Problems.assertOwn(http().get("/api/brief"), 504, "timeout"); // 2.2 s were needed
																		// for two, there
																		// are 2 s
		assertThat(UPSTREAM.header("Request-Timeout")).hasSize(2)
			.extracting(Integer::parseInt)
			.satisfies((left) -> assertThat(left.getFirst() - left.getLast()).isGreaterThanOrEqualTo(1100));
	}

	private void assertArrivals(String method, int times, int status, String... headers) {
		UPSTREAM.arrivals().clear();
		forgetFailures();
		assertThat(send(method, headers).status()).isEqualTo(status);
		assertThat(UPSTREAM.arrivals()).hasSize(times)
			.allSatisfy((arrival) -> assertThat(arrival).startsWith(method + " /any "));
	}

	private Answer send(String method, String... headers) {
		return http().send(http().request("/api/any", headers).method(method, BodyPublishers.noBody()));
	}

}
