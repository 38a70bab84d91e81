package orderly.lab.client;

import java.net.URI;

/**
 * Where a running system is reached.
 *
 * @param gateway the edge, for orders and stock
 * @param zipkin the traces, also the page a browser opens
 */
public record Urls(URI gateway, URI zipkin) {

	/** The page that shows this trace. */
	public URI traceUrl(String traceId) {
		return traceUrl(zipkin, traceId);
	}

	static URI traceUrl(URI zipkin, String traceId) {
		return zipkin.resolve("/zipkin/traces/" + traceId);
	}

}
