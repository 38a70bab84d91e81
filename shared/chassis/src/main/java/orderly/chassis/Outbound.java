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
 * runs until its body is read.
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
		Duration limit = CallTimeout.LIMIT.isBound() ? CallTimeout.LIMIT.get() : this.usual;
		if (limit != null && limit.toMillis() <= 0) {
			throw new HttpTimeoutException("No time left to call " + uri.getHost());
		}
		JdkClientHttpRequestFactory one = new JdkClientHttpRequestFactory(this.http);
		one.enableCompression(false);
		if (limit != null) {
			one.setReadTimeout(limit);
		}
		return one.createRequest(uri, method);
	}

}
