package orderly.gateway;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

import orderly.chassis.Problem;
import orderly.chassis.ProblemTranslation;
import orderly.chassis.StandardProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/**
 * What went wrong on the way to a service, told without naming any host: nobody there
 * (503, and when to ask again), too slow (504), broken (502).
 */
@Component
class UpstreamFaults implements ProblemTranslation {

	@Override
	public @Nullable Problem translate(Exception exception) {
		return switch (exception) {
			case ResourceAccessException ex -> onTheWay(ex);
			case HttpTimeoutException _ -> timeout();
			case UpstreamBody.Broken _ -> broken();
			// The load balancer's own, there is no call behind it: it knows of nobody.
			case HttpServerErrorException ex when ex.getStatusCode().value() == 503 -> unavailable();
			default -> null;
		};
	}

	private static Problem onTheWay(Throwable exception) {
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			switch (cause) {
				case ConnectException _, HttpConnectTimeoutException _ -> {
					return unavailable();
				}
				case HttpTimeoutException _ -> {
					return timeout();
				}
				default -> {
				}
			}
		}
		return broken();
	}

	private static Problem unavailable() {
		return StandardProblem.UNAVAILABLE.because("No instance of the service can be reached. Nothing was done.")
			.retryAfter(Duration.ofSeconds(1));
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
