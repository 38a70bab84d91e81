package orderly.balancing;

import java.io.IOException;
import java.io.OutputStream;

import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.support.HttpRequestWrapper;

/**
 * A request that is in flight from its sending to the end of its answer's body.
 */
class CountedRequest extends HttpRequestWrapper implements ClientHttpRequest, StreamingHttpOutputMessage {

	private final ClientHttpRequest request;

	private final CalledInstance instance;

	CountedRequest(ClientHttpRequest request, CalledInstance instance) {
		super(request);
		this.request = request;
		this.instance = instance;
	}

	@Override
	public OutputStream getBody() throws IOException {
		return this.request.getBody();
	}

	@Override
	public void setBody(Body body) {
		((StreamingHttpOutputMessage) this.request).setBody(body);
	}

	// tag::in-flight[]
	@Override
	public ClientHttpResponse execute() throws IOException {
		CountedCall call = this.instance.call();
		try {
			return new CountedResponse(this.request.execute(), call);
		}
		catch (IOException | RuntimeException | Error ex) {
			if (isCancelled(ex)) {
				call.abandon();
			}
			else {
				call.fail();
			}
			call.end();
			throw ex;
		}
	}
	// end::in-flight[]

	private static boolean isCancelled(Throwable failure) {
		return failure.getCause() instanceof InterruptedException;
	}

}
