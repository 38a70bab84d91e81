package orderly.order;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A port that takes the first line of each request, notes it, and resets the connection
 * (TCP RST): the caller cannot know whether its work was done.
 */
class ResettingPort implements AutoCloseable {

	private final ServerSocket socket;

	private final List<String> requests;

	private final Thread accepting;

	ResettingPort(int port, List<String> requests) {
		this.requests = requests;
		try {
			this.socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.accepting = Thread.ofVirtual().start(this::accept);
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try (Socket connection = this.socket.accept()) {
				connection.setSoLinger(true, 0);
				this.requests.add(new BufferedReader(
						new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))
					.readLine());
			}
			catch (IOException ex) {
				// closed, by the caller or by the test
			}
		}
	}

	/** Returns when the port is free again. */
	@Override
	public void close() {
		try {
			this.socket.close();
			this.accepting.join();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
