package orderly.balancing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;

/**
 * An instance on a real socket that does what it is told, well or badly, and counts what
 * arrives.
 */
class Partner implements AutoCloseable {

	/** What is done with a request once its head has arrived. */
	interface Behaviour {

		void answer(Socket connection) throws Exception;

	}

	static final Behaviour ANSWERS = (connection) -> write(connection, "200 OK", "{}");

	static final Behaviour SENDS_AWAY = (connection) -> write(connection, "503 Service Unavailable", "{}");

	static final Behaviour REFUSES_THE_REQUEST = (connection) -> write(connection, "409 Conflict", "{}");

	static final Behaviour SAYS_NOTHING = (connection) -> connection.getInputStream()
		.transferTo(OutputStream.nullOutputStream());

	static final Behaviour BREAKS_OFF = (connection) -> write(connection, "200 OK", "{");

	static final Behaviour STALLS = (connection) -> {
		write(connection, "200 OK", "{");
		SAYS_NOTHING.answer(connection);
	};

	static final Behaviour RESETS = (connection) -> connection.setSoLinger(true, 0);

	private final ServerSocket socket;

	private final AtomicInteger arrivals = new AtomicInteger();

	private volatile Behaviour behaviour = ANSWERS;

	Partner() {
		try {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::accept);
	}

	static Behaviour after(Duration delay, Behaviour then) {
		return (connection) -> {
			Thread.sleep(delay);
			then.answer(connection);
		};
	}

	private static void write(Socket connection, String status, String body) throws IOException {
		connection.getOutputStream()
			.write(("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
					+ "Connection: close\r\n\r\n" + body)
				.getBytes(StandardCharsets.US_ASCII));
	}

	Partner that(Behaviour behaviour) {
		this.behaviour = behaviour;
		this.arrivals.set(0);
		return this;
	}

	URI uri() {
		return URI.create("http://127.0.0.1:" + this.socket.getLocalPort());
	}

	ServiceInstance instance() {
		return new DefaultServiceInstance("tea1", "tea", "127.0.0.1", this.socket.getLocalPort(), false);
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
		try (connection) {
			BufferedReader in = new BufferedReader(
					new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
			for (String line = in.readLine(); line != null && !line.isEmpty();) {
				line = in.readLine();
			}
			this.arrivals.incrementAndGet();
			this.behaviour.answer(connection);
		}
		catch (Exception ex) {
			// the caller has gone
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
