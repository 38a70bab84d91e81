package orderly.chassis;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Keeps the {@link Deadline} that a caller names while its request is worked on. It
 * counts from when the request came; one that waited too long for its place is not begun.
 */
class RequestDeadline extends OncePerRequestFilter {

	private final HandlerExceptionResolver problems;

	RequestDeadline(HandlerExceptionResolver problems) {
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Duration waited = Admission.waited();
		Optional<Duration> rest = Deadline.parse(request.getHeader(Deadline.HEADER))
			.map((named) -> named.minus(waited));
		if (rest.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		if (!rest.get().isPositive()) {
			this.problems.resolveException(request, response, null, tooLate());
			return;
		}
		try {
			Deadline.within(rest.get(), () -> passOn(request, response, chain));
		}
		catch (Exception ex) {
			throw asDeclared(ex);
		}
	}

	private static Problem tooLate() {
		return StandardProblem.TIMEOUT
			.because("The time for this request was over before its turn came, and nothing was done.");
	}

	private static @Nullable Void passOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws Exception {
		chain.doFilter(request, response);
		return null;
	}

	private static RuntimeException asDeclared(Exception exception) throws ServletException, IOException {
		switch (exception) {
			case IOException ex -> throw ex;
			case ServletException ex -> throw ex;
			case RuntimeException ex -> throw ex;
			default -> throw new ServletException(exception);
		}
	}

}
