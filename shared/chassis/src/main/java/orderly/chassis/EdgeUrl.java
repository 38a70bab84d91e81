package orderly.chassis;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/**
 * How the outside calls what is asked for here: a service sees {@code /orders/1} and the
 * version 1, its caller asked the gateway for {@code /api/v1/orders/1}.
 */
@FunctionalInterface
public interface EdgeUrl {

	/**
	 * The path at the edge.
	 * @param request the request as it arrived
	 * @return a path without a query
	 */
	String of(HttpServletRequest request);

	/**
	 * What was asked for here, also where the server has forwarded the request to its
	 * error path.
	 * @param request the request as it arrived
	 * @return a path without a query
	 */
	static String pathOf(HttpServletRequest request) {
		Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return (original instanceof String path) ? path : request.getRequestURI();
	}

}
