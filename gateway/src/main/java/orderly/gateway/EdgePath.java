package orderly.gateway;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import orderly.chassis.Deadline;

import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Turns {@code /api/vN/x}, and {@code /api/x} in version N, into {@code /x} with
 * {@code API-Version: N}.
 */
final class EdgePath {

	private static final Pattern API = Pattern.compile("/api(?:/v\\d+)?(?<path>/.*)");

	private EdgePath() {
	}

	static ServerRequest inside(ServerRequest request) {
		nameSimply(request);
		Matcher api = API.matcher(request.uri().getRawPath());
		if (!api.matches()) {
			return request;
		}
		return ServerRequest.from(request).uri(at(api.group("path"), request.uri())).headers((headers) -> {
			// meant for this connection alone
			headers.getConnection().forEach(headers::remove);
			// each call says what is left then
			headers.remove(Deadline.HEADER);
			headers.set(AskedVersion.HEADER, version());
		}).build();
	}

	/** Letter by letter: whoever takes it apart may find fault with what is none. */
	private static URI at(String path, URI asked) {
		String query = (asked.getRawQuery() != null) ? "?" + asked.getRawQuery() : "";
		return URI.create(asked.getScheme() + "://" + asked.getRawAuthority() + path + query);
	}

	/** Spans and metrics are read by people: {@code /api/v{version}/orders}. */
	private static void nameSimply(ServerRequest request) {
		ServerHttpObservationFilter.findObservationContext(request.servletRequest()).ifPresent((context) -> {
			String pattern = context.getPathPattern();
			context.setPathPattern((pattern != null) ? pattern.replace("{v:\\d+}", "{version}") : null);
		});
	}

	/** Services need not guess what a client may have meant. */
	private static String version() {
		return AskedVersion.understood().map(Object::toString).orElseThrow();
	}

}
