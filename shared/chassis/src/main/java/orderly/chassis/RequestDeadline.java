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

/**
 * Keeps the {@link Deadline} that a caller names while its request is worked on.
 */
class RequestDeadline extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Duration> rest = Deadline.parse(request.getHeader(Deadline.HEADER));
		if (rest.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		try {
			Deadline.within(rest.get(), () -> passOn(request, response, chain));
		}
		catch (Exception ex) {
			throw asDeclared(ex);
		}
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
