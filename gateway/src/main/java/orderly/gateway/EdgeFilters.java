package orderly.gateway;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.stream.Stream;

import orderly.chassis.Policies;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.common.Shortcut;
import org.springframework.cloud.gateway.server.mvc.filter.FilterSupplier;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The filters that the routes name, the outermost first: {@code Edge},
 * {@code Breaker=order-service}, {@code Within=5s}, {@code SafeRetry=3}. Each method that
 * returns one is one.
 */
class EdgeFilters implements FilterSupplier {

	private static final HandlerFilterFunction<ServerResponse, ServerResponse> NOTHING = (request, next) -> next
		.handle(request);

	@Override
	public Collection<Method> get() {
		return Stream.of(getClass().getMethods())
			.filter((method) -> method.getReturnType() == HandlerFilterFunction.class)
			.peek(ReflectionUtils::makeAccessible)
			.toList();
	}

	/**
	 * Turns the path at the edge into the service's own.
	 * @return the filter
	 * @see EdgePath
	 */
	public static HandlerFilterFunction<ServerResponse, ServerResponse> edge() {
		return HandlerFilterFunction.ofRequestProcessor(EdgePath::inside);
	}

	/**
	 * Leaves a service alone that keeps failing, and answers in its place.
	 * @param service whose breaker it is
	 * @return the filter
	 * @see Breaker
	 */
	@Shortcut("service")
	public static HandlerFilterFunction<ServerResponse, ServerResponse> breaker(String service) {
		return whileOn("circuit-breaker", new Breaker(service));
	}

	/**
	 * Waits for an answer no longer than this, or than the client says.
	 * @param limit a duration, as {@code 5s}
	 * @return the filter
	 * @see Within
	 */
	@Shortcut("limit")
	public static HandlerFilterFunction<ServerResponse, ServerResponse> within(String limit) {
		return new Within(DurationStyle.detectAndParse(limit));
	}

	/**
	 * Asks again where that cannot do harm.
	 * @param attempts calls in all, the first included
	 * @return the filter
	 * @see SafeRetry
	 */
	@Shortcut("attempts")
	public static HandlerFilterFunction<ServerResponse, ServerResponse> safeRetry(int attempts) {
		return whileOn("retry", new SafeRetry(attempts));
	}

	/** While its policy is off, there is another filter in its place: one of nothing. */
	private static HandlerFilterFunction<ServerResponse, ServerResponse> whileOn(String policy,
			HandlerFilterFunction<ServerResponse, ServerResponse> filter) {
		return (request, next) -> MvcUtils.getApplicationContext(request)
			.getBean(Policies.class)
			.choose(policy, filter, NOTHING)
			.get()
			.filter(request, next);
	}

}
