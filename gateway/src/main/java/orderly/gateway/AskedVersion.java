package orderly.gateway;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import orderly.chassis.EdgeUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.web.accept.ApiVersionHolder;
import org.springframework.web.accept.ApiVersionResolver;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The version that a client asks for: the one in the path, else the one in the header.
 * Who names none gets the default; what is not under {@code /api} has no versions.
 */
class AskedVersion implements ApiVersionResolver {

	static final String HEADER = "API-Version";

	private static final Pattern API = Pattern.compile("/api(?:/v(?<version>[^/]*))?/.*");

	// tag::asked[]
	@Override
	public @Nullable String resolveVersion(HttpServletRequest request) {
		Matcher api = API.matcher(EdgeUrl.pathOf(request));
		if (!api.matches()) {
			return null;
		}
		String inPath = api.group("version");
		return (inPath != null) ? inPath : inHeader(request);
	}
	// end::asked[]

	/** Given twice, it is a list (RFC 9110, 5.3), and no version. */
	private static @Nullable String inHeader(HttpServletRequest request) {
		List<String> given = Collections.list(request.getHeaders(HEADER));
		return given.isEmpty() ? null : String.join(", ", given);
	}

	/** What was understood to be asked for by the request that is handled now. */
	static Optional<Object> understood() {
		return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
			.map((request) -> request.getAttribute(HandlerMapping.API_VERSION_ATTRIBUTE,
					RequestAttributes.SCOPE_REQUEST))
			.map(ApiVersionHolder.class::cast)
			.map(ApiVersionHolder::getVersion);
	}

}
