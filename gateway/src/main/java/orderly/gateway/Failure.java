package orderly.gateway;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;

/**
 * How a call failed, and so whether anything may have been done.
 */
enum Failure {

	/** There was no connection: nothing was done. */
	UNREACHABLE,

	/** Time was up: it may be done yet. */
	TIMEOUT,

	/** Reset, broken off, or no HTTP: it may have been done. */
	BROKEN;

	static Failure of(Throwable exception) {
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			switch (cause) {
				case ConnectException _, HttpConnectTimeoutException _ -> {
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

}
