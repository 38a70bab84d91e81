package orderly.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.net.http.HttpTimeoutException;
import java.time.Instant;

import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * The body of a service's answer on its way through. Where it breaks off, it says whether
 * time was up or the service was at fault; so that neither is taken for a client who hung
 * up.
 */
class UpstreamBody extends FilterInputStream {

	private final Instant end;

	UpstreamBody(InputStream body, Instant end) {
		super(body);
		this.end = end;
	}

	/** The body is copied after the filters are done: what fails then must say why. */
	static void watch(ServerRequest request, Instant end) {
		InputStream body = MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR);
		if (body != null) {
			MvcUtils.putAttribute(request, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR, new UpstreamBody(body, end));
		}
	}

	/** An unread answer holds its connection; to close it alone would read it first. */
	static void discard(ServerRequest request) throws IOException {
		try (ClientHttpResponse unread = MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_ATTR)) {
			if (unread != null) {
				unread.getBody().close();
			}
		}
	}

	@Override
	public int read() throws IOException {
		try {
			return super.read();
		}
		catch (IOException ex) {
			throw reason(ex);
		}
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		try {
			return super.read(target, offset, length);
		}
		catch (IOException ex) {
			throw reason(ex);
		}
	}

	/**
	 * Not as its cause: Spring MVC looks for an EOFException in the causes, takes it for
	 * a client who hung up, and would end the client's answer as if it were whole.
	 */
	private IOException reason(IOException found) {
		IOException reason = Instant.now().isBefore(this.end) ? new Broken(found.toString())
				: new HttpTimeoutException("Time was up in the middle of the answer");
		reason.addSuppressed(found);
		return reason;
	}

	/** The service's answer had no proper end. */
	static class Broken extends IOException {

		@Serial
		private static final long serialVersionUID = 1L;

		Broken(String message) {
			super(message);
		}

	}

}
