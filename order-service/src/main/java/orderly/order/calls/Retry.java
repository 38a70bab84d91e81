package orderly.order.calls;

import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Set;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import orderly.balancing.Attempts;
import orderly.chassis.FullJitter;
import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/**
 * Makes a call again that failed at once, after a random pause, on another instance where
 * there is one, and never past the request's deadline. An attempt is a call of its own:
 * with its own time limit, its own span, and its own sample in the breaker.
 */
class Retry implements CallPolicy {

	private static final Set<Integer> PASSING = Set.of(502, 503, 504);

	private final RetryTemplate template;

	Retry(RetrySettings settings, Counter retries) {
		this.template = new RetryTemplate(RetryPolicy.builder()
			.backOff(new FullJitter(settings.firstPause(), settings.longestPause(), settings.attempts() - 1))
			.predicate(Retry::mayPass)
			.build());
		this.template.setRetryListener(new RetryListener() {

			@Override
			public void beforeRetry(RetryPolicy policy, Retryable<?> call) {
				retries.increment();
			}

		});
	}

	// tag::retry[]
	@Override
	public <T> Supplier<T> of(Supplier<T> call) {
		return () -> Attempts.eachOnAnother(() -> this.template.invoke(call));
	}

	/** An answer that did not come in time would cost the same time again. */
	private static boolean mayPass(Throwable failure) {
		return switch (failure) {
			case ResourceAccessException ex -> !isTimeout(ex.getCause());
			case HttpServerErrorException ex -> PASSING.contains(ex.getStatusCode().value());
			default -> false;
		};
	}
	// end::retry[]

	/** But whoever could not be reached in time has not begun to work. */
	private static boolean isTimeout(@Nullable Throwable cause) {
		return cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException);
	}

}
