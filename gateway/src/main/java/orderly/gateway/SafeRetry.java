package orderly.gateway;

import java.time.Duration;
import java.util.Set;

import orderly.balancing.Attempts;
import orderly.chassis.FullJitter;

import org.springframework.http.HttpMethod;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Asks again, another instance where there is one, when that cannot do harm: nothing was
 * sent, or what was sent may be repeated, by its method (RFC 9110, 9.2.2) or because of
 * its {@code Idempotency-Key}. Never when time is up: whoever was too slow once is not
 * helped by more work. What the last attempt brought is the answer.
 */
class SafeRetry implements HandlerFilterFunction<ServerResponse, ServerResponse> {

	private static final Set<HttpMethod> REPEATABLE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT,
			HttpMethod.DELETE);

	private final BackOff pauses;

	/** Short pauses: they part those who failed together, and wait for no recovery. */
	SafeRetry(int attempts) {
		this.pauses = new FullJitter(Duration.ofMillis(25), Duration.ofMillis(200), attempts - 1);
	}

	@Override
	public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
		return Attempts.eachOnAnother(() -> attempts(request, next));
	}

	// tag::retry[]
	private ServerResponse attempts(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
		BackOffExecution pauses = this.pauses.start();
		boolean doubt = false;
		while (true) {
			long pause;
			try {
				ServerResponse answer = next.handle(request);
				boolean again = ServiceFailures.tells(answer) && mayRepeat(request);
				pause = again ? pauses.nextBackOff() : BackOffExecution.STOP;
				if (pause == BackOffExecution.STOP) {
					return answer;
				}
				UpstreamBody.discard(request);
				doubt = true;
			}
			catch (RestClientException ex) {
				Failure failure = Failure.of(ex);
				pause = mayRetry(failure, request) ? pauses.nextBackOff() : BackOffExecution.STOP;
				if (pause == BackOffExecution.STOP) {
					throw doubt ? Failure.inDoubt(ex) : ex;
				}
				doubt |= failure != Failure.UNREACHABLE;
			}
			Thread.sleep(pause);
		}
	}

	private static boolean mayRetry(Failure failure, ServerRequest request) {
		return failure == Failure.UNREACHABLE || (failure == Failure.BROKEN && mayRepeat(request));
	}
	// end::retry[]

	private static boolean mayRepeat(ServerRequest request) {
		return REPEATABLE.contains(request.method()) || request.headers().firstHeader("Idempotency-Key") != null;
	}

}
