package orderly.gateway;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.micrometer.core.instrument.MeterRegistry;
import orderly.gateway.Http.Answer;
import orderly.test.upstream.Behaviour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

class EdgeBreakerTests extends Edged {

	private static final int ENOUGH = 10;

	@Autowired
	private MeterRegistry meters;

	static Stream<Arguments> failures() {
		return Stream.of(argumentSet("resets", Behaviour.RESETS), argumentSet("hangs up", Behaviour.HANGS_UP),
				argumentSet("talks nonsense", Behaviour.TALKS_NONSENSE),
				argumentSet("says it cannot", Behaviour.answers(503)));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void opensWhenHalfOfTheRequestsFail(Behaviour failure) {
		UPSTREAM.that(Behaviour.ANSWERS);
		times(5, "GET");
		UPSTREAM.that(failure);
		times(4, "GET");
		assertThat(state()).isEqualTo(State.CLOSED);
		times(1, "GET");
		assertThat(state()).isEqualTo(State.OPEN);
	}

	@Test
	void opensWhenEverySecondRequestFails() {
		UPSTREAM.that(Behaviour.byTurns(Behaviour.answers(503), Behaviour.ANSWERS));
		times(ENOUGH - 1, "POST");
		assertThat(state()).isEqualTo(State.CLOSED);
		times(1, "POST");
		assertThat(state()).isEqualTo(State.OPEN);
	}

	@Test
	void opensWhenNobodyListens() {
		for (int i = 0; i < ENOUGH; i++) {
			Problems.assertOwn(http().get("/api/gone"), 503, "unavailable");
		}
		Problems.assertOwn(http().get("/api/gone"), 503, "degraded");
	}

	static Stream<Arguments> brokenBodies() {
		return Stream.of(argumentSet("breaks off early", Behaviour.breaksAfter(10, false)),
				argumentSet("breaks off when the answer has begun", Behaviour.breaksAfter(100_000, true)),
				argumentSet("stalls", Behaviour.stallsAfter(10)));
	}

	/** Each counts twice, well by its head and badly by its body. */
	@ParameterizedTest
	@MethodSource("brokenBodies")
	void opensWhenEveryAnswerBreaksOff(Behaviour failure) {
		UPSTREAM.that(failure);
		atOnce(ENOUGH / 2);
		assertThat(state()).isEqualTo(State.OPEN);
		Problems.assertOwn(send("GET"), 503, "degraded");
		assertThat(UPSTREAM.arrivals()).hasSize(ENOUGH / 2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST", "PUT", "DELETE" })
	void answersInPlaceOfTheServiceWhateverTheMethod(String method) {
		open();
		UPSTREAM.that(Behaviour.ANSWERS);
		Answer answer = send(method);
		Problems.assertOwn(answer, 503, "degraded");
		assertThat(answer.header("Retry-After")).isEqualTo("2");
		assertThat(UPSTREAM.arrivals()).isEmpty();
	}

	@Test
	void leavesOtherServicesAlone() {
		open();
		UPSTREAM.that(Behaviour.ANSWERS);
		assertThat(http().get("/api/v1/stock").status()).isEqualTo(200);
		assertThat(http().get("/api/v1/products").status()).isEqualTo(503);
	}

	@Test
	void closesAgainAfterThreeGoodProbes() {
		open();
		assertMetric("open");
		UPSTREAM.that(Behaviour.ANSWERS);
		await().atMost(10, SECONDS).untilAsserted(() -> assertThat(send("GET").status()).isEqualTo(200));
		assertMetric("half_open");
		times(2, "POST");
		assertMetric("closed");
		assertThat(UPSTREAM.arrivals()).hasSize(3);
	}

	@Test
	void opensAgainAfterBadProbes() {
		open();
		await().atMost(10, SECONDS).until(() -> {
			send("POST");
			return !UPSTREAM.arrivals().isEmpty();
		});
		times(2, "POST");
		assertMetric("open");
		assertThat(UPSTREAM.arrivals()).hasSize(3);
	}

	@Test
	void letsEverythingPassWhenSwitchedOff() {
		open();
		assertThat(http().policy("circuit-breaker", "off")).isEqualTo(204);
		try {
			UPSTREAM.that(Behaviour.RESETS);
			Problems.assertOwn(send("POST"), 502, "bad-gateway");
			assertThat(UPSTREAM.arrivals()).hasSize(1);
		}
		finally {
			assertThat(http().policy("circuit-breaker", "on")).isEqualTo(204);
		}
		Problems.assertOwn(send("POST"), 503, "degraded");
	}

	private void open() {
		UPSTREAM.that(Behaviour.RESETS);
		times(ENOUGH, "POST");
		UPSTREAM.arrivals().clear();
	}

	private void times(int times, String method) {
		for (int i = 0; i < times; i++) {
			send(method);
		}
	}

	private void atOnce(int times) {
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			IntStream.range(0, times).forEach((_) -> clients.submit(() -> http().get("/api/brief")));
		}
	}

	private Answer send(String method) {
		return http().send(http().request("/api/any").method(method, BodyPublishers.noBody()));
	}

	private State state() {
		return breaker().getState();
	}

	private CircuitBreaker breaker() {
		return this.breakers.circuitBreaker("order-service");
	}

	private void assertMetric(String state) {
		assertThat(this.meters.get("resilience4j.circuitbreaker.state")
			.tag("name", "order-service")
			.tag("state", state)
			.gauge()
			.value()).isEqualTo(1);
	}

}
