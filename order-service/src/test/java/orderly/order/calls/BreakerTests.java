package orderly.order.calls;

import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import orderly.chassis.Deadline;
import org.junit.jupiter.api.Test;

import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

class BreakerTests {

	private static final RuntimeException FAILURE = new HttpServerErrorException(HttpStatus.INTERNAL_SERVER_ERROR);

	private static final RuntimeException TIMEOUT = new ResourceAccessException("", new HttpTimeoutException(""));

	private static final RuntimeException REFUSAL = new HttpClientErrorException(HttpStatus.NOT_FOUND);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final CircuitBreakerRegistry registry = CircuitBreakerRegistry.custom()
		.addRegistryEventConsumer(new BreakerTransitions(this.meters))
		.build();

	private final CallPolicy breaker = new Breaker(factory(), "partner",
			new BreakerSettings(10, 4, 50, Duration.ofMillis(100), 50, Duration.ofMillis(200), 2));

	private final List<String> arrivals = new ArrayList<>();

	@Test
	void isThereAndClosedBeforeTheFirstCall() {
		assertThat(state()).isEqualTo(State.CLOSED);
	}

	@Test
	void opensAfterHalfOfTheCallsFail() {
		calls("tea", "tea", FAILURE);
		assertThat(state()).isEqualTo(State.CLOSED);
		calls(FAILURE);
		assertThat(state()).isEqualTo(State.OPEN);
	}

	@Test
	void opensWhenTimeLimitsRunOut() {
		calls(TIMEOUT, TIMEOUT, TIMEOUT, TIMEOUT);
		assertThat(state()).isEqualTo(State.OPEN);
	}

	@Test
	void opensAfterHalfOfTheCallsAreSlow() {
		calls("tea", "tea", slow(), slow());
		assertThat(state()).isEqualTo(State.OPEN);
	}

	@Test
	void callsNobodyWhileItIsOpen() {
		calls(FAILURE, FAILURE, FAILURE, FAILURE);
		assertThat(catchThrowable(this.breaker.of(() -> arrive("tea"))::get))
			.isInstanceOf(CallNotPermittedException.class);
		assertThat(this.arrivals).hasSize(4);
	}

	@Test
	void letsTwoProbesThroughAfterItsPauseAndClosesWhenBothSucceed() {
		calls(FAILURE, FAILURE, FAILURE, FAILURE);
		probe("tea");
		assertThat(state()).isEqualTo(State.HALF_OPEN);
		calls("tea");
		assertThat(state()).isEqualTo(State.CLOSED);
		assertThat(List.of(transitions("CLOSED", "OPEN"), transitions("OPEN", "HALF_OPEN"),
				transitions("HALF_OPEN", "CLOSED")))
			.containsOnly(1.0);
	}

	@Test
	void opensAgainWhenItsProbesFail() {
		calls(FAILURE, FAILURE, FAILURE, FAILURE);
		probe("tea");
		calls(FAILURE);
		assertThat(state()).isEqualTo(State.OPEN);
	}

	@Test
	void takesARefusalForTheAnswerThatItIs() {
		calls(REFUSAL, REFUSAL, REFUSAL, REFUSAL);
		assertThat(metrics().getNumberOfFailedCalls()).isZero();
		assertThat(metrics().getNumberOfSuccessfulCalls()).isEqualTo(4);
	}

	@Test
	void learnsNothingFromACallThatOurOwnDeadlineCut() {
		Deadline.within(Duration.ZERO, () -> calls(TIMEOUT, TIMEOUT, TIMEOUT, TIMEOUT));
		assertThat(metrics().getNumberOfBufferedCalls()).isZero();
	}

	@Test
	void leavesAFailureAsItIs() {
		assertThat(catchThrowable(this.breaker.of(() -> arrive(FAILURE))::get)).isSameAs(FAILURE);
	}

	/** Makes the calls, whatever comes of them. */
	private List<String> calls(Object... answers) {
		for (Object answer : answers) {
			catchThrowable(this.breaker.of(() -> arrive(answer))::get);
		}
		return this.arrivals;
	}

	private void probe(Object answer) {
		int before = this.arrivals.size();
		await().until(() -> calls(answer).size() > before);
	}

	private String arrive(Object answer) {
		this.arrivals.add(answer.toString());
		return switch (answer) {
			case RuntimeException failure -> throw failure;
			case Supplier<?> slow -> slow.get().toString();
			default -> answer.toString();
		};
	}

	private static Supplier<String> slow() {
		return () -> {
			long end = System.nanoTime() + Duration.ofMillis(110).toNanos();
			return await().pollInSameThread().until(() -> "tea", (_) -> System.nanoTime() > end);
		};
	}

	private State state() {
		return this.registry.circuitBreaker("partner").getState();
	}

	private CircuitBreaker.Metrics metrics() {
		return this.registry.circuitBreaker("partner").getMetrics();
	}

	private double transitions(String from, String to) {
		return this.meters.counter("orderly.breaker.transitions", "partner", "partner", "from", from, "to", to).count();
	}

	private Resilience4JCircuitBreakerFactory factory() {
		Resilience4JConfigurationProperties properties = new Resilience4JConfigurationProperties();
		properties.setDisableThreadPool(true);
		return new Resilience4JCircuitBreakerFactory(this.registry, TimeLimiterRegistry.ofDefaults(), null, properties);
	}

}
