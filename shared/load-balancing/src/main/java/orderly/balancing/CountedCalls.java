package orderly.balancing;

import java.io.IOException;
import java.net.URI;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Counts the calls to instances that a balancer has chosen. It sits where a call goes
 * out, because Spring Cloud's {@code LoadBalancerLifecycle} ends at the head of the
 * answer, and takes a 503 for a success.
 */
class CountedCalls implements ClientHttpRequestFactory {

	private final ClientHttpRequestFactory calls;

	private final CalledInstances called;

	CountedCalls(ClientHttpRequestFactory calls, CalledInstances called) {
		this.calls = calls;
		this.called = called;
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
		ClientHttpRequest request = this.calls.createRequest(uri, method);
		return this.called.at(uri)
			.<ClientHttpRequest>map((instance) -> new CountedRequest(request, instance))
			.orElse(request);
	}

}
