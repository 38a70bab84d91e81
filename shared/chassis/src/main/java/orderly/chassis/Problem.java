package orderly.chassis;

import java.io.Serial;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A refusal that says what was wrong and what to do, as {@code application/problem+json}
 * (RFC 9457). The chassis adds {@code instance} and {@code traceId}.
 */
public class Problem extends ErrorResponseException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * A field that was at fault.
	 *
	 * @param field its path in the request: {@code lines[0].quantity}
	 * @param message what it should have been
	 */
	public record FieldError(String field, String message) {
	}

	/**
	 * Creates a problem.
	 * @param status the HTTP status
	 * @param slug the last segment of its type, {@code /problems/<slug>}, a page at the
	 * gateway
	 * @param title a short name, the same for every problem of this type
	 * @param detail what happened this time and what to do
	 */
	public Problem(HttpStatusCode status, String slug, String title, String detail) {
		super(status, detail(status, slug, title, detail), null);
	}

	/**
	 * A well-formed request with a wrong value: 422.
	 * @param errors the fields at fault
	 * @return the problem
	 */
	public static Problem invalid(List<FieldError> errors) {
		return StandardProblem.INVALID
			.because("The request is well formed, but has a value that cannot be accepted; see errors.")
			.with("errors", errors);
	}

	/**
	 * Adds a member.
	 * @param name the member's name
	 * @param value its value, written as JSON
	 * @return this
	 */
	public Problem with(String name, Object value) {
		getBody().setProperty(name, value);
		return this;
	}

	/**
	 * Says when asking again may help.
	 * @param wait the shortest wait, written in whole seconds
	 * @return this
	 */
	public Problem retryAfter(Duration wait) {
		getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
		return this;
	}

	private static ProblemDetail detail(HttpStatusCode status, String slug, String title, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("/problems/" + slug));
		problem.setTitle(title);
		return problem;
	}

}
