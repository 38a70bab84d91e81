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
		chain.doFilter(request, new Answer(response, this.servedBy, traceId(request)));
	}

	/** Also where the server forwards to its error path, when the span has ended. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private @Nullable String traceId(HttpServletRequest request) {
		Tracer tracer = this.tracer.get();
		Span span = (tracer != null) ? tracer.currentSpan() : null;
		if (span != null) {
			request.setAttribute(TRACE_ID, span.context().traceId());
		}
		return (String) request.getAttribute(TRACE_ID);
	}

	private static class Answer extends HttpServletResponseWrapper {

		private final String servedBy;

		private final @Nullable String traceId;

		Answer(HttpServletResponse response, String servedBy, @Nullable String traceId) {
			super(response);
			this.servedBy = servedBy;
			this.traceId = traceId;
			setOwn();
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

		/** An answer begun anew is this process's own. */
		@Override
		public void reset() {
			super.reset();
			setOwn();
		}

		private void setOwn() {
			setHeader(SERVED_BY, this.servedBy);
			if (this.traceId != null) {
				setHeader(TRACE_ID, this.traceId);
			}
		}

	}

}
