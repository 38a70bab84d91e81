package orderly.test.upstream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A partner on a real socket that does what it is told, well or badly, and keeps every
 * request that arrived.
 */
public final class Upstream implements AutoCloseable {

	private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

	private final ServerSocket socket;

	private final List<String> arrivals = new CopyOnWriteArrayList<>();

	private volatile Behaviour behaviour = Behaviour.ANSWERS;

	/** Answers on a free port. */
	public Upstream() {
		try {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::accept);
	}

	/** Does this from now on, and forgets what arrived. */
	public Upstream that(Behaviour behaviour) {
		this.behaviour = behaviour;
		this.arrivals.clear();
		return this;
	}

	/**
	 * {@return its address, without a path}
	 */
	public URI uri() {
		return URI.create("http://127.0.0.1:" + this.socket.getLocalPort());
	}

	/** All requests so far, head and body. */
	public List<String> arrivals() {
		return this.arrivals;
	}

	/** This header, once for each time that it arrived. */
	public List<String> header(String name) {
		Pattern line = Pattern.compile("(?im)^" + name + ": (.*?)\\r?$");
		return this.arrivals.stream()
			.flatMap((head) -> line.matcher(head).results())
			.map((each) -> each.group(1))
			.toList();
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket connection = this.socket.accept();
				Thread.ofVirtual().start(() -> serve(connection));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket connection) {
		try {
			InputStream in = connection.getInputStream();
			String head = until("\r\n\r\n", in);
			while (!head.isEmpty()) {
				this.arrivals.add(head + body(head, in));
				this.behaviour.answer(connection, connection.getOutputStream());
				head = until("\r\n\r\n", in);
			}
		}
		catch (Exception ex) {
			// the caller has hung up, or so have we
		}
	}

	private static String body(String head, InputStream in) throws IOException {
		if (head.toLowerCase(Locale.ROOT).contains("\r\ntransfer-encoding: chunked\r\n")) {
			return until("0\r\n\r\n", in);
		}
		Matcher length = CONTENT_LENGTH.matcher(head);
		byte[] body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
		return new String(body, StandardCharsets.US_ASCII);
	}

	private static String until(String end, InputStream in) throws IOException {
		ByteArrayOutputStream read = new ByteArrayOutputStream();
		for (int next = in.read(); next != -1; next = in.read()) {
			read.write(next);
			if (read.toString(StandardCharsets.US_ASCII).endsWith(end)) {
				return read.toString(StandardCharsets.US_ASCII);
			}
		}
		return "";
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
