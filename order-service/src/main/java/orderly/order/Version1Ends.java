package orderly.order;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.accept.ApiVersionDeprecationHandler;
import org.springframework.web.method.HandlerMethod;

/**
 * Says on what version 1 answers that it is deprecated (RFC 9745), when it may be gone
 * (RFC 8594) and where the same thing is in version 2 (RFC 5829). Spring's own handler
 * knows no successor, and writes the first of a month in a way that HTTP has not.
 */
@Component
class Version1Ends implements ApiVersionDeprecationHandler {

	private final Version1Settings settings;

	Version1Ends(Version1Settings settings) {
		this.settings = settings;
	}

	/** Products look the same in every version: there is nothing to move away from. */
	// tag::deprecation[]
	@Override
	public void handleVersion(Comparable<?> version, Object handler, HttpServletRequest request,
			HttpServletResponse response) {
		if (handler instanceof HandlerMethod method && method.getBeanType() == OrderV1Controller.class) {
			response.setHeader("Deprecation", "@" + this.settings.deprecated().getEpochSecond());
			response.setDateHeader("Sunset", this.settings.sunset().toEpochMilli());
			link(response, "/api/v2" + request.getRequestURI(), "successor-version");
			link(response, this.settings.page().toString(), "deprecation");
		}
	}
	// end::deprecation[]

	private static void link(HttpServletResponse response, String target, String relation) {
		response.addHeader(HttpHeaders.LINK, "<%s>; rel=\"%s\"".formatted(target, relation));
	}

}
