package orderly.chassis;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says on every answer which trace it belongs to and which instance gave it. Each header
 * has one value: what a service said beats what the gateway would say in its place.
 */
class AnswerHeaders extends OncePerRequestFilter {

	static final String TRACE_ID = "X-Trace-Id";

	static final String SERVED_BY = "X-Served-By";

	private static final Set<String> ONLY_ONCE = Set.of(TRACE_ID.toLowerCase(Locale.ROOT),
			SERVED_BY.toLowerCase(Locale.ROOT));

	private final Supplier<@Nullable Tracer> tracer;

	private final String servedBy;

	AnswerHeaders(Supplier<@Nullable Tracer> tracer, String servedBy) {
		this.tracer = tracer;
		this.servedBy = servedBy;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpServletResponse answer = new OneValue(response);
		answer.setHeader(SERVED_BY, this.servedBy);
		Tracer tracer = this.tracer.get();
		Span span = (tracer != null) ? tracer.currentSpan() : null;
		if (span != null) {
			answer.setHeader(TRACE_ID, span.context().traceId());
		}
		chain.doFilter(request, answer);
	}

	private static class OneValue extends HttpServletResponseWrapper {

		OneValue(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void addHeader(String name, String value) {
			if (ONLY_ONCE.contains(name.toLowerCase(Locale.ROOT))) {
				setHeader(name, value);
			}
			else {
				super.addHeader(name, value);
			}
		}

	}

}
