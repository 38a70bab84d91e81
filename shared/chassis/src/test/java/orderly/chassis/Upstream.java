package orderly.chassis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A partner on a real socket that does one thing, and counts what arrives.
 */
class Upstream implements AutoCloseable {

	enum Behaviour {

		/** A whole answer. */
		ANSWERS,
		/** Takes the request and says nothing. */
		SILENT,
		/** Sends the head and some of the body, and then nothing more. */
		SLOW_BODY,
		/** Takes the request and resets the connection. */
		RESETS

	}

	private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\nConnection: close\r\n\r\n";

	private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	private final AtomicInteger arrivals = new AtomicInteger();

	private final Behaviour behaviour;

	private volatile String lastHead = "";

	private Upstream(Behaviour behaviour) throws IOException {
		this.behaviour = behaviour;
		Thread.ofVirtual().start(this::accept);
	}

	static Upstream that(Behaviour behaviour) throws IOException {
		return new Upstream(behaviour);
	}

	URI uri() {
		return URI.create("http://127.0.0.1:" + this.socket.getLocalPort() + "/");
	}

	String lastHead() {
		return this.lastHead;
	}

	int arrivals() {
		return this.arrivals.get();
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
			BufferedReader in = new BufferedReader(
					new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
			this.lastHead = in.lines().takeWhile((line) -> !line.isEmpty()).collect(Collectors.joining("\n"));
			this.arrivals.incrementAndGet();
			answer(connection, connection.getOutputStream());
		}
		catch (IOException ex) {
			// the caller has gone
		}
	}

	private void answer(Socket connection, OutputStream out) throws IOException {
		switch (this.behaviour) {
			case ANSWERS -> out.write((HEAD + "{\"ok\":true}").getBytes(StandardCharsets.US_ASCII));
			case SLOW_BODY -> out.write((HEAD + "{\"ok\"").getBytes(StandardCharsets.US_ASCII));
			case RESETS -> {
				connection.setSoLinger(true, 0);
				connection.close();
			}
			case SILENT -> {
			}
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
