package orderly.gateway;

import java.io.Serial;

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
			return this.breaker.filter(request, (asked) -> judged(asked, next.handle(asked)));
		}
		catch (ResponseStatusException ex) {
			switch (ex.getCause()) {
				case Unjudged unjudged -> {
					return unjudged.answer;
				}
				case Exception cause -> throw cause;
				case null, default -> throw ex;
			}
		}
	}

	private static ServerResponse judged(ServerRequest request, ServerResponse answer) {
		if (ServiceFailures.tellsOfHurry(request, answer)) {
			throw new Unjudged(answer);
		}
		return answer;
	}

	/** An answer that says nothing about the service, on its way around the breaker. */
	static class Unjudged extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1L;

		private final transient ServerResponse answer;

		Unjudged(ServerResponse answer) {
			super("The answer says nothing about the service");
			this.answer = answer;
		}

	}

}
