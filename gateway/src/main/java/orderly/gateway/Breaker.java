package orderly.gateway;

import java.io.IOException;
import java.io.Serial;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
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

	private final String service;

	Breaker(String service) {
		this.service = service;
		this.breaker = CircuitBreakerFilterFunctions.circuitBreaker(service);
	}

	@Override
	public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
		try {
			ServerResponse answer = this.breaker.filter(request, (asked) -> judged(asked, next.handle(asked)));
			UpstreamBody.whenBroken(request, (failure) -> judgeBody(request, failure));
			return answer;
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

	/** The head has counted already; a body that breaks off is a failure beside it. */
	private void judgeBody(ServerRequest request, IOException failure) {
		if (!(Within.isHurried(request) && failure instanceof HttpTimeoutException)) {
			MvcUtils.getApplicationContext(request)
				.getBean(CircuitBreakerRegistry.class)
				.circuitBreaker(this.service)
				.onError(0, TimeUnit.MILLISECONDS, failure);
		}
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
