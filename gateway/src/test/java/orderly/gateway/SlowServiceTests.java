package orderly.gateway;

import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import orderly.test.upstream.Behaviour;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A service that answers, and each time so late that callers pile up. */
@TestPropertySource(properties = "resilience4j.circuitbreaker.configs.default.slow-call-duration-threshold=100ms")
class SlowServiceTests extends Edged {

	private static final int ENOUGH = 10;

	private static final Behaviour SLOW = Behaviour.after(Duration.ofMillis(150), Behaviour.ANSWERS);

	@Test
	void isLeftAloneWhenMostAnswersAreSlow() {
		UPSTREAM.that(SLOW);
		answers(ENOUGH, 200);
		assertThat(state()).isEqualTo(State.OPEN);
		answers(1, 503);
	}

	@Test
	void isAskedOnWhileSomeAnswersAreQuick() {
		UPSTREAM.that(Behaviour.ANSWERS);
		answers(3, 200);
		UPSTREAM.that(SLOW);
		answers(ENOUGH - 3, 200);
		assertThat(state()).isEqualTo(State.CLOSED);
	}

	private void answers(int times, int status) {
		for (int i = 0; i < times; i++) {
			assertThat(http().get("/api/any").status()).isEqualTo(status);
		}
	}

	private State state() {
		return this.breakers.circuitBreaker("order-service").getState();
	}

}
