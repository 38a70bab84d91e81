package orderly.gateway;

import java.net.http.HttpTimeoutException;
import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import orderly.chassis.Problem;
import orderly.chassis.ProblemTranslation;
import orderly.chassis.StandardProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * What went wrong on the way to a service, told without naming any host: nobody there or
 * left alone (503, and when to ask again), too slow (504), broken (502).
 */
@Component
class UpstreamFaults implements ProblemTranslation {

	private final CircuitBreakerRegistry breakers;

	UpstreamFaults(CircuitBreakerRegistry breakers) {
		this.breakers = breakers;
	}

	@Override
	public @Nullable Problem translate(Exception exception) {
		return switch (exception) {
			case RestClientException ex -> of(Failure.of(ex));
			case HttpTimeoutException _ -> timeout();
			case CallNotPermittedException ex -> degraded(ex.getCausingCircuitBreakerName());
			case UpstreamBody.Broken _ -> broken();
			default -> null;
		};
	}

	private static Problem of(Failure failure) {
		return switch (failure) {
			case UNREACHABLE -> unavailable();
			case TIMEOUT -> timeout();
			case BROKEN -> broken();
		};
	}

	private static Problem unavailable() {
		String offering = AskedVersion.understood().map(" that offers version %s"::formatted).orElse("");
		return StandardProblem.UNAVAILABLE
			.because("No instance of the service%s can be reached. Nothing was done.".formatted(offering))
			.retryAfter(Duration.ofSeconds(1));
	}

	private Problem degraded(String service) {
		long wait = this.breakers.circuitBreaker(service)
			.getCircuitBreakerConfig()
			.getWaitIntervalFunctionInOpenState()
			.apply(1);
		return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "degraded", "Degraded",
				"The service kept failing and is left alone for a moment. It was not asked, and nothing was done.")
			.retryAfter(Duration.ofMillis(wait));
	}

	private static Problem timeout() {
		return StandardProblem.TIMEOUT
			.because("The service did not answer in time. What was asked may still have been done.");
	}

	private static Problem broken() {
		return StandardProblem.BAD_GATEWAY
			.because("The service's answer broke off. What was asked may have been done.");
	}

}
