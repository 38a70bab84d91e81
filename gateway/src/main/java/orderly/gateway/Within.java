package orderly.gateway;

import java.io.Serial;
import java.time.Duration;
import java.time.Instant;

import orderly.chassis.CallTimeout;
import orderly.chassis.Deadline;

import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
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

	private static final String HURRIED = Within.class.getName() + ".hurried";

	/** What may have gone by since the request came in. */
	private static final Duration GONE_BY = Duration.ofMillis(50);

	private final Duration usual;

	Within(Duration usual) {
		this.usual = usual;
	}

	@Override
	public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
		Duration left = Deadline.left().orElse(this.usual);
		Instant end = Instant.now().plus(left);
		boolean hurried = left.plus(GONE_BY).compareTo(this.usual) < 0;
		MvcUtils.putAttribute(request, HURRIED, hurried);
		try {
			ServerResponse answer = Deadline.within(left, () -> attempts(request, next, hurried));
			UpstreamBody.watch(request, end);
			return answer;
		}
		catch (ResourceAccessException ex) {
			throw (hurried && Failure.of(ex) == Failure.TIMEOUT) ? new Hurried(ex) : ex;
		}
	}

	/** What cuts them short is the client's hurry, and never the route's own end. */
	private ServerResponse attempts(ServerRequest request, HandlerFunction<ServerResponse> next, boolean hurried)
			throws Exception {
		return hurried ? CallTimeout.within(this.usual, () -> next.handle(request))
				: CallTimeout.allThatIsLeft(() -> next.handle(request));
	}

	/** Whether the client gives a request less time than its route would. */
	static boolean isHurried(ServerRequest request) {
		return Boolean.TRUE.equals(MvcUtils.getAttribute(request, HURRIED));
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
