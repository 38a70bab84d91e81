package orderly.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import orderly.chassis.Problem;
import orderly.chassis.Problem.FieldError;
import orderly.chassis.StandardProblem;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses what would not reach a service as it was meant: a query that is no part of a
 * URI, and a key that a header cannot carry (two keys would become one, and letters
 * outside of ASCII all the same question mark).
 */
class EdgeGuard extends OncePerRequestFilter {

	private static final String KEY = "Idempotency-Key";

	private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]{1,255}");

	private final HandlerExceptionResolver problems;

	EdgeGuard(HandlerExceptionResolver problems) {
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Problem> refusal = badQuery(request).or(() -> badKey(request));
		if (refusal.isPresent()) {
			this.problems.resolveException(request, response, null, refusal.get());
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private static Optional<Problem> badQuery(HttpServletRequest request) {
		try {
			new URI("?" + Optional.ofNullable(request.getQueryString()).orElse(""));
			return Optional.empty();
		}
		catch (URISyntaxException ex) {
			return Optional.of(StandardProblem.MALFORMED
				.because("What follows the question mark is no query: a % begins two hexadecimal digits."));
		}
	}

	private static Optional<Problem> badKey(HttpServletRequest request) {
		List<String> keys = Collections.list(request.getHeaders(KEY));
		boolean fine = keys.isEmpty() || (keys.size() == 1 && VISIBLE_ASCII.matcher(keys.getFirst()).matches());
		return fine ? Optional.empty() : Optional.of(Problem
			.invalid(List.of(new FieldError(KEY, "must be given once, as 1 to 255 visible ASCII characters"))));
	}

}
