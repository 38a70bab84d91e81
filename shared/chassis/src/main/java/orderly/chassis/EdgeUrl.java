package orderly.chassis;

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

}
