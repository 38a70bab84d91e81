package orderly.gateway;

import java.io.Serial;
import java.time.Duration;
import java.time.Instant;

import orderly.chassis.CallTimeout;
import orderly.chassis.Deadline;

import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Begins the request's {@link Deadline}: the client's own, which the chassis has read, or
 * else the route's. It holds for all attempts together, and to the last byte of the
 * answer.
 */
class Within implements HandlerFilterFunction<ServerResponse, ServerResponse> {

	private final Duration usual;

	Within(Duration usual) {
		this.usual = usual;
	}

	@Override
	public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
		Duration left = Deadline.left().orElse(this.usual);
		Instant end = Instant.now().plus(left);
		try {
			ServerResponse answer = Deadline.within(left, () -> CallTimeout.within(left, () -> next.handle(request)));
			UpstreamBody.watch(request, end);
			return answer;
		}
		catch (ResourceAccessException ex) {
			boolean hurried = left.compareTo(this.usual) < 0 && Failure.of(ex) == Failure.TIMEOUT;
			throw hurried ? new Hurried(ex) : ex;
		}
	}

	/** Time was up that the client had cut short: it says nothing about the service. */
	static class Hurried extends ResourceAccessException {

		@Serial
		private static final long serialVersionUID = 1L;

		Hurried(ResourceAccessException timeout) {
			super("The client's own time was up");
			initCause(timeout);
		}

	}

}
