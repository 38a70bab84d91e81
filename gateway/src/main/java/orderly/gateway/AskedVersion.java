package orderly.gateway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import orderly.chassis.EdgeUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.web.accept.ApiVersionResolver;

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
		return (inPath != null) ? inPath : request.getHeader(HEADER);
	}
	// end::asked[]

}
