package orderly.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service on a real socket that does what it is told, well or badly, and keeps every
 * request that arrived.
 */
class Upstream implements AutoCloseable {

	private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

	/** What is done with a request once its head has arrived. */
	@FunctionalInterface
	interface Behaviour {

		void answer(Socket connection, OutputStream out) throws Exception;

	}

	static final Behaviour ANSWERS = answers(200);

	static final Behaviour SILENT = (connection, out) -> {
	};

	static final Behaviour RESETS = (connection, out) -> {
		connection.setSoLinger(true, 0);
		connection.close();
	};

	static final Behaviour HANGS_UP = (connection, out) -> connection.close();

	static final Behaviour TALKS_NONSENSE = (connection, out) -> {
		write(out, "nonsense\r\n\r\n");
		connection.close();
	};

	private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	private final List<String> arrivals = new CopyOnWriteArrayList<>();

	private volatile Behaviour behaviour = ANSWERS;

	Upstream() throws IOException {
		Thread.ofVirtual().start(this::accept);
	}

	static Behaviour answers(int status) {
		return (connection, out) -> write(out,
				"HTTP/1.1 " + status + " Said\r\nX-Trace-Id: upstream\r\n"
						+ "X-Served-By: service;release=1;instance=2\r\nContent-Type: application/json\r\n"
						+ "Content-Length: 2\r\n\r\n{}");
	}

	/** Does this, but late. */
	static Behaviour after(Duration delay, Behaviour behaviour) {
		return (connection, out) -> {
			Thread.sleep(delay);
			behaviour.answer(connection, out);
		};
	}

	/** Does something else each time, and the last for ever. */
	static Behaviour inTurn(Behaviour... behaviours) {
		AtomicInteger turn = new AtomicInteger();
		return (connection, out) -> behaviours[Math.min(turn.getAndIncrement(), behaviours.length - 1)]
			.answer(connection, out);
	}

	/** Breaks off in the body, after this much of it; with a length, or in chunks. */
	static Behaviour breaksAfter(int bytes, boolean chunked) {
		return (connection, out) -> {
			sendPart(out, 200, bytes, chunked);
			connection.close();
		};
	}

	/** Sends this much of the body and then nothing more. */
	static Behaviour stallsAfter(int bytes) {
		return stallsAfter(200, bytes);
	}

	static Behaviour stallsAfter(int status, int bytes) {
		return (connection, out) -> sendPart(out, status, bytes, false);
	}

	private static void sendPart(OutputStream out, int status, int bytes, boolean chunked) throws IOException {
		write(out,
				"HTTP/1.1 " + status
						+ " Said\r\nContent-Type: application/json\r\nX-Served-By: service;release=1;instance=2\r\n"
						+ (chunked ? "Transfer-Encoding: chunked\r\n\r\n" : "Content-Length: 1000000\r\n\r\n"));
		write(out, (chunked ? Integer.toHexString(bytes) + "\r\n" : "") + "x".repeat(bytes) + (chunked ? "\r\n" : ""));
	}

	private static void write(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	Upstream that(Behaviour behaviour) {
		this.behaviour = behaviour;
		this.arrivals.clear();
		return this;
	}

	int port() {
		return this.socket.getLocalPort();
	}

	/** All requests so far, head and body. */
	List<String> arrivals() {
		return this.arrivals;
	}

	/** This header, once for each time that it arrived. */
	List<String> header(String name) {
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
			// the gateway has hung up, or so have we
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
	public void close() throws IOException {
		this.socket.close();
	}

}
