package orderly.gateway;

import org.springframework.cloud.gateway.server.mvc.filter.CircuitBreakerFilterFunctions;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A circuit breaker (Nygard, <em>Release It!</em>) around all that is done for a request:
 * Spring Cloud Gateway's own filter, without its wrapping. A failure stays what it was,
 * and {@link UpstreamFaults} says what it means; a fallback of the filter would have to
 * say it again.
 *
 * @see ServiceFailures
 */
class Breaker implements HandlerFilterFunction<ServerResponse, ServerResponse> {

	private final HandlerFilterFunction<ServerResponse, ServerResponse> breaker;

	Breaker(String service) {
		this.breaker = CircuitBreakerFilterFunctions.circuitBreaker(service);
	}

	@Override
	public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
		try {
			return this.breaker.filter(request, next);
		}
		catch (ResponseStatusException ex) {
			throw (ex.getCause() instanceof Exception cause) ? cause : ex;
		}
	}

}
