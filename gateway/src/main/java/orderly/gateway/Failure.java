package orderly.gateway;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;

import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

/**
 * How a call failed, and so whether anything may have been done.
 */
enum Failure {

	/** Nobody is known, or there was no connection: nothing was done. */
	UNREACHABLE,

	/** Time was up: it may be done yet. */
	TIMEOUT,

	/** Reset, broken off, or no HTTP: it may have been done. */
	BROKEN;

	static Failure of(Throwable exception) {
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			switch (cause) {
				// The last is the load balancer's own, there is no call behind it.
				case ConnectException _, HttpConnectTimeoutException _, HttpServerErrorException _ -> {
					return UNREACHABLE;
				}
				case HttpTimeoutException _ -> {
					return TIMEOUT;
				}
				default -> {
				}
			}
		}
		return BROKEN;
	}

	/** Where nobody can be reached now, an earlier attempt may still have been done. */
	static RestClientException inDoubt(RestClientException last) {
		return (of(last) != UNREACHABLE) ? last : new ResourceAccessException("Broken before nobody was left",
				new UpstreamBody.Broken(last.toString()));
	}

}
