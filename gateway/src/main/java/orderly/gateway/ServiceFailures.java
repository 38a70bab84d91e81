package orderly.gateway;

import java.util.Set;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.common.circuitbreaker.configuration.CircuitBreakerConfigCustomizer;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What a breaker takes for a failure of its service: no answer in the route's time, or
 * one that says that there is none (502, 503, 504). Any other answer, 4xx and 500 too,
 * comes from a service that works. Nothing is learnt from a client in a hurry, whoever
 * notices that its time is up, nor where nobody is registered and so nobody was asked.
 */
@Component
class ServiceFailures implements CircuitBreakerConfigCustomizer {

	private static final Set<Integer> NO_ANSWER = Set.of(502, 503, 504);

	/** Whether the service, or somebody on its way, says that it cannot answer. */
	static boolean tells(Object answer) {
		return answer instanceof ServerResponse response && NO_ANSWER.contains(response.statusCode().value());
	}

	/**
	 * Whether time was up that the client had cut short, as the service noticed itself.
	 */
	static boolean tellsOfHurry(ServerRequest request, ServerResponse answer) {
		return Within.isHurried(request) && answer.statusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT);
	}

	@Override
	public String name() {
		return "default";
	}

	@Override
	public void customize(CircuitBreakerConfig.Builder breaker) {
		breaker.recordResult(ServiceFailures::tells).ignoreException(ServiceFailures::saysNothing);
	}

	private static boolean saysNothing(Throwable exception) {
		return exception instanceof Within.Hurried || exception instanceof Breaker.Unjudged
				|| exception instanceof HttpServerErrorException;
	}

}
