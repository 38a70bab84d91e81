package orderly.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import orderly.chassis.CallTimeout;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.common.Shortcut;
import org.springframework.cloud.gateway.server.mvc.filter.FilterSupplier;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.accept.ApiVersionHolder;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filters that the routes name: {@code Edge} and {@code Within=5s}. Each method that
 * returns one is one.
 */
class EdgeFilters implements FilterSupplier {

	private static final Pattern API = Pattern.compile("/api(?:/v\\d+)?(?<path>/.*)");

	@Override
	public Collection<Method> get() {
		return Stream.of(getClass().getMethods())
			.filter((method) -> method.getReturnType() == HandlerFilterFunction.class)
			.peek(ReflectionUtils::makeAccessible)
			.toList();
	}

	/**
	 * Turns {@code /api/vN/x}, and {@code /api/x} in version N, into {@code /x} with
	 * {@code API-Version: N}.
	 * @return the filter
	 */
	public static HandlerFilterFunction<ServerResponse, ServerResponse> edge() {
		return HandlerFilterFunction.ofRequestProcessor(EdgeFilters::inside);
	}

	/**
	 * Waits for an answer, from the first byte sent to the last one received, no longer
	 * than this.
	 * @param limit a duration, as {@code 5s}
	 * @return the filter
	 */
	@Shortcut("limit")
	public static HandlerFilterFunction<ServerResponse, ServerResponse> within(String limit) {
		Duration longest = DurationStyle.detectAndParse(limit);
		return (request, next) -> {
			Instant end = Instant.now().plus(longest);
			ServerResponse response = CallTimeout.within(longest, () -> next.handle(request));
			watchBody(request, end);
			return response;
		};
	}

	private static ServerRequest inside(ServerRequest request) {
		nameSimply(request);
		Matcher api = API.matcher(request.uri().getRawPath());
		if (!api.matches()) {
			return request;
		}
		URI path = UriComponentsBuilder.fromUri(request.uri()).replacePath(api.group("path")).build(true).toUri();
		return ServerRequest.from(request).uri(path).headers((headers) -> {
			headers.getConnection().forEach(headers::remove); // meant for this connection
																// alone
			headers.set(AskedVersion.HEADER, version(request));
		}).build();
	}

	/** Spans and metrics are read by people: {@code /api/v{version}/orders}. */
	private static void nameSimply(ServerRequest request) {
		ServerHttpObservationFilter.findObservationContext(request.servletRequest()).ifPresent((context) -> {
			String pattern = context.getPathPattern();
			context.setPathPattern((pattern != null) ? pattern.replace("{v:\\d+}", "{version}") : null);
		});
	}

	/** As it was understood: services need not guess what a client may have meant. */
	private static String version(ServerRequest request) {
		return request.attribute(HandlerMapping.API_VERSION_ATTRIBUTE)
			.map(ApiVersionHolder.class::cast)
			.map(ApiVersionHolder::getVersion)
			.map(Object::toString)
			.orElseThrow();
	}

	/** The body is copied after the filters are done: what fails then must say why. */
	private static void watchBody(ServerRequest request, Instant end) throws IOException {
		InputStream body = MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR);
		if (body != null) {
			MvcUtils.putAttribute(request, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR, new UpstreamBody(body, end));
		}
	}

}
