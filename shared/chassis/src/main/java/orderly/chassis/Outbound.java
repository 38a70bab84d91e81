package orderly.chassis;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/**
 * The one way out: calls over one shared client, each with a time limit of its own that
 * runs until its body is read, and that is told to whom is called.
 */
class Outbound implements ClientHttpRequestFactory {

	private final HttpClient http;

	private final @Nullable Duration usual;

	/**
	 * Creates a way out.
	 * @param http the client that all share
	 * @param usual the limit of a call that {@link CallTimeout} says nothing about, null
	 * for none
	 */
	Outbound(HttpClient http, @Nullable Duration usual) {
		this.http = http;
		this.usual = usual;
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
		Duration limit = limit();
		if (limit != null && limit.toMillis() <= 0) {
			throw new HttpTimeoutException("No time left to call " + uri.getHost());
		}
		JdkClientHttpRequestFactory one = new JdkClientHttpRequestFactory(this.http);
		one.enableCompression(false);
		if (limit != null) {
			one.setReadTimeout(limit);
		}
		ClientHttpRequest request = one.createRequest(uri, method);
		if (limit != null && isPartOfARequest()) {
			request.getHeaders().set(Deadline.HEADER, Long.toString(limit.toMillis()));
		}
		return request;
	}

	/** The call's own limit, and never more than is left of the request. */
	private @Nullable Duration limit() {
		Duration own = CallTimeout.LIMIT.isBound() ? CallTimeout.LIMIT.get() : this.usual;
		return (own != null) ? Deadline.atMost(own) : Deadline.left().orElse(null);
	}

	/** Others, as the registry, are none of a deadline's business. */
	private static boolean isPartOfARequest() {
		return CallTimeout.LIMIT.isBound() || Deadline.left().isPresent();
	}

}
