package orderly.faults;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import orderly.chassis.StandardProblem;
import orderly.faults.Faults.Fault;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Does to requests what is asked for, within their spans: what happens here is seen in a
 * trace as work of this service.
 */
class FaultyRequests extends OncePerRequestFilter {

	private static final String CUT = FaultyRequests.class.getName();

	private final Faults faults;

	private final HandlerExceptionResolver problems;

	FaultyRequests(Faults faults, HandlerExceptionResolver problems) {
		this.faults = faults;
		this.problems = problems;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/actuator");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Fault> fault = this.faults.of(request.getRequestURI());
		fault.ifPresent(FaultyRequests::waitFirst);
		if (fault.filter(Fault::refuses).isPresent()) {
			this.problems.resolveException(request, response, null,
					StandardProblem.UNAVAILABLE.because("Nothing was done: this fault was asked for."));
		}
		else if (fault.filter(Fault::losesTheAnswer).isPresent()) {
			chain.doFilter(request, new ContentCachingResponseWrapper(response));
			((Runnable) request.getAttribute(CUT)).run();
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private static void waitFirst(Fault fault) {
		try {
			fault.waitFirst();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Knows the connection, as no filter does. */
	static class Cut extends ValveBase {

		Cut() {
			super(true);
		}

		@Override
		public void invoke(Request request, Response response) throws IOException, ServletException {
			request.setAttribute(CUT, (Runnable) () -> response.getCoyoteResponse()
				.action(ActionCode.CLOSE_NOW, new IOException("The answer is lost on request")));
			getNext().invoke(request, response);
		}

	}

}
