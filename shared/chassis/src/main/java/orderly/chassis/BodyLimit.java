package orderly.chassis;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Reads a request's body before anybody acts on it, up to a limit that is counted, not
 * believed: a chunked body has no declared length. An overlong one is refused whole.
 */
class BodyLimit extends OncePerRequestFilter {

	private final int limit;

	private final HandlerExceptionResolver problems;

	BodyLimit(int limit, HandlerExceptionResolver problems) {
		this.limit = limit;
		this.problems = problems;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		byte[] body;
		try {
			body = read(request);
		}
		catch (IOException | Problem ex) {
			this.problems.resolveException(request, response, null, (ex instanceof Problem) ? ex : cutOff(ex));
			return;
		}
		chain.doFilter(new ReadRequest(request, body), response);
	}

	private byte[] read(HttpServletRequest request) throws IOException {
		refuseEncoded(request);
		if (request.getContentLengthLong() > this.limit) {
			throw tooLarge();
		}
		byte[] body = request.getInputStream().readNBytes(this.limit + 1);
		if (body.length > this.limit) {
			throw tooLarge();
		}
		return body;
	}

	/** To unpack it would be to read what nobody has counted. */
	private static void refuseEncoded(HttpServletRequest request) {
		String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
		if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
			throw StandardProblem.UNSUPPORTED_MEDIA_TYPE
				.because("A body is taken as it is, without a Content-Encoding.");
		}
	}

	private Problem tooLarge() {
		return StandardProblem.TOO_LARGE
			.because("A request's body may have %d bytes; send less, or several requests.".formatted(this.limit));
	}

	private static Problem cutOff(Exception ex) {
		Problem problem = StandardProblem.MALFORMED.because("The body did not arrive whole.");
		problem.initCause(ex);
		return problem;
	}

}
