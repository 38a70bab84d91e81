package orderly.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.net.http.HttpTimeoutException;
import java.time.Instant;
import java.util.function.Consumer;

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

	private Consumer<IOException> listener = (_) -> {
	};

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

	/** Tells of a break, which comes when all filters are done. */
	static void whenBroken(ServerRequest request, Consumer<IOException> listener) {
		if (MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR) instanceof UpstreamBody body) {
			body.listener = listener;
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
		return watched(super::read);
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		return watched(() -> super.read(target, offset, length));
	}

	/** Time that was up before went by while the client read: no fault of the service. */
	private int watched(Reading reading) throws IOException {
		boolean late = isOver();
		try {
			return reading.read();
		}
		catch (IOException ex) {
			IOException reason = reason(ex);
			if (!late) {
				this.listener.accept(reason);
			}
			throw reason;
		}
	}

	private boolean isOver() {
		return !Instant.now().isBefore(this.end);
	}

	/**
	 * Not as its cause: Spring MVC looks for an EOFException in the causes, takes it for
	 * a client who hung up, and would end the client's answer as if it were whole.
	 */
	private IOException reason(IOException found) {
		IOException reason = isOver() ? new HttpTimeoutException("Time was up in the middle of the answer")
				: new Broken(found.toString());
		reason.addSuppressed(found);
		return reason;
	}

	/** One read of some bytes. */
	private interface Reading {

		int read() throws IOException;

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
