package orderly.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.micrometer.core.instrument.MeterRegistry;
import orderly.gateway.Http.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class EdgeBreakerTests extends Edged {

	private static final int ENOUGH = 10;

	@Autowired
	private MeterRegistry meters;

	@Test
	void opensWhenHalfOfTheRequestsFail() {
		UPSTREAM.that(Upstream.ANSWERS);
		times(5, "GET");
		UPSTREAM.that(Upstream.RESETS);
		times(4, "GET");
		assertThat(state()).isEqualTo(State.CLOSED);
		times(1, "GET");
		assertThat(state()).isEqualTo(State.OPEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST", "PUT", "DELETE" })
	void answersInPlaceOfTheServiceWhateverTheMethod(String method) {
		open();
		UPSTREAM.that(Upstream.ANSWERS);
		Answer answer = send(method);
		Problems.assertOwn(answer, 503, "degraded");
		assertThat(answer.header("Retry-After")).isEqualTo("2");
		assertThat(UPSTREAM.arrivals()).isEmpty();
	}

	@Test
	void leavesOtherServicesAlone() {
		open();
		UPSTREAM.that(Upstream.ANSWERS);
		assertThat(http().get("/api/v1/stock").status()).isEqualTo(200);
		assertThat(http().get("/api/v1/products").status()).isEqualTo(503);
	}

	@Test
	void closesAgainAfterThreeGoodProbes() {
		open();
		assertMetric("open");
		UPSTREAM.that(Upstream.ANSWERS);
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
	void countsWhatARetryMendedAsGood() {
		for (int i = 0; i < ENOUGH; i++) {
			UPSTREAM.that(Upstream.inTurn(Upstream.RESETS, Upstream.answers(503), Upstream.ANSWERS));
			assertThat(send("GET").status()).isEqualTo(200);
		}
		assertCounted(ENOUGH, 0);
	}

	@ParameterizedTest
	@ValueSource(ints = { 502, 503, 504 })
	void countsTheServicesOwnWordThatItCannot(int status) {
		UPSTREAM.that(Upstream.answers(status));
		assertThat(send("GET").header("X-Trace-Id")).isEqualTo("upstream");
		assertCounted(0, 1);
	}

	@Test
	void countsATimeThatIsUp() {
		UPSTREAM.that(Upstream.SILENT);
		Problems.assertOwn(http().get("/api/brief"), 504, "timeout");
		assertCounted(0, 1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 400, 404, 409, 422, 429, 500 })
	void countsAnyOtherAnswerAsGood(int status) {
		UPSTREAM.that(Upstream.answers(status));
		send("GET");
		assertCounted(1, 0);
	}

	@Test
	void learnsNothingFromAClientInAHurry() {
		UPSTREAM.that(Upstream.SILENT);
		Problems.assertOwn(http().get("/api/brief", "Request-Timeout", "200"), 504, "timeout");
		assertCounted(0, 0);
	}

	@Test
	void blamesNobodyForAClientThatHangsUp() throws IOException {
		UPSTREAM.that(Upstream.after(Duration.ofMillis(300), Upstream.ANSWERS));
		try (Socket client = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			client.getOutputStream()
				.write("GET /api/any HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			await().atMost(5, SECONDS).until(() -> !UPSTREAM.arrivals().isEmpty());
		}
		await().atMost(5, SECONDS).untilAsserted(() -> assertCounted(1, 0));
	}

	@Test
	void letsEverythingPassWhenSwitchedOff() {
		open();
		assertThat(http().policy("circuit-breaker", "off")).isEqualTo(204);
		try {
			UPSTREAM.that(Upstream.RESETS);
			Problems.assertOwn(send("POST"), 502, "bad-gateway");
			assertThat(UPSTREAM.arrivals()).hasSize(1);
		}
		finally {
			assertThat(http().policy("circuit-breaker", "on")).isEqualTo(204);
		}
		Problems.assertOwn(send("POST"), 503, "degraded");
	}

	private void open() {
		UPSTREAM.that(Upstream.RESETS);
		times(ENOUGH, "POST");
		UPSTREAM.arrivals().clear();
	}

	private void times(int times, String method) {
		for (int i = 0; i < times; i++) {
			send(method);
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

	private void assertCounted(int good, int bad) {
		assertThat(breaker().getMetrics().getNumberOfSuccessfulCalls()).isEqualTo(good);
		assertThat(breaker().getMetrics().getNumberOfFailedCalls()).isEqualTo(bad);
	}

	private void assertMetric(String state) {
		assertThat(this.meters.get("resilience4j.circuitbreaker.state")
			.tag("name", "order-service")
			.tag("state", state)
			.gauge()
			.value()).isEqualTo(1);
	}

}
