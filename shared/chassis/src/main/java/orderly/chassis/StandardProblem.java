package orderly.chassis;

import java.util.Arrays;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * The problems that any service may answer, by the status that HTTP gives them.
 */
public enum StandardProblem {

	/** Not what the interface expects: not JSON, a wrong type, an unknown field. */
	MALFORMED(HttpStatus.BAD_REQUEST, "malformed", "Malformed request"),

	/** Nothing is there. */
	NOT_FOUND(HttpStatus.NOT_FOUND, "not-found", "Not found"),

	/** Something is there, but not for this method. */
	METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "Method not allowed"),

	/** Nothing that the caller accepts can be given. */
	NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "Not acceptable"),

	/** A body of another kind is expected. */
	UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "Unsupported media type"),

	/** A longer body than is accepted. */
	TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large", "Body too large"),

	/** Well formed, with a value that cannot be accepted. */
	INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Invalid value"),

	/** A fault of ours. */
	INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Internal error"),

	/** A partner answered, but not to the end or nothing that can be understood. */
	BAD_GATEWAY(HttpStatus.BAD_GATEWAY, "bad-gateway", "Bad gateway"),

	/** Nobody can answer at the moment. */
	UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Unavailable"),

	/** A partner did not answer in time. */
	TIMEOUT(HttpStatus.GATEWAY_TIMEOUT, "timeout", "Timeout");

	private final HttpStatus status;

	private final String slug;

	private final String title;

	StandardProblem(HttpStatus status, String slug, String title) {
		this.status = status;
		this.slug = slug;
		this.title = title;
	}

	/**
	 * The problem, with what happened this time.
	 * @param detail what happened and what to do
	 * @return a problem to throw
	 */
	public Problem because(String detail) {
		return because(this.status, detail);
	}

	Problem because(HttpStatusCode exact, String detail) {
		return new Problem(exact, this.slug, this.title, detail);
	}

	/**
	 * The problem that says what a status says.
	 * @param status any status of an error
	 * @return the one of this status, or else the general one of its class
	 */
	public static StandardProblem of(HttpStatusCode status) {
		return Arrays.stream(values())
			.filter((problem) -> problem.status.value() == status.value())
			.findFirst()
			.orElse(status.is4xxClientError() ? MALFORMED : INTERNAL);
	}

	/**
	 * The last segment of its type.
	 * @return the slug
	 */
	public String slug() {
		return this.slug;
	}

}
