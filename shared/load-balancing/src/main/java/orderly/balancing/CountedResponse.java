package orderly.balancing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * An answer whose call is in flight until its body is read to the end, breaks off, or is
 * closed unread.
 */
class CountedResponse implements ClientHttpResponse {

	/** The instance, or what it needs, is not there: another may do better. */
	private static final Set<Integer> FAILURES = Set.of(502, 503, 504);

	private final ClientHttpResponse response;

	private final CountedCall call;

	CountedResponse(ClientHttpResponse response, CountedCall call) throws IOException {
		this.response = response;
		this.call = call;
		if (FAILURES.contains(response.getStatusCode().value())) {
			call.fail();
		}
	}

	@Override
	public InputStream getBody() throws IOException {
		return new CountedBody(this.response.getBody(), this.call);
	}

	@Override
	public void close() {
		try {
			this.response.close();
		}
		finally {
			this.call.end();
		}
	}

	@Override
	public HttpStatusCode getStatusCode() throws IOException {
		return this.response.getStatusCode();
	}

	@Override
	public String getStatusText() throws IOException {
		return this.response.getStatusText();
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.response.getHeaders();
	}

}
