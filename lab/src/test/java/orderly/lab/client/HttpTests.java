package orderly.lab.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HttpTests {

	@Test
	void sendsAGetOnceAlsoWhenItsAnswerIsLost() throws Exception {
		AtomicInteger arrived = new AtomicInteger();
		ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		Thread losing = Thread.ofVirtual().start(() -> loseEveryAnswer(server, arrived));
		assertThatThrownBy(() -> new Http().get(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/")))
			.isInstanceOf(UnreachableException.class);
		server.close();
		losing.join();
		assertThat(arrived).hasValue(1);
	}

	private static void loseEveryAnswer(ServerSocket server, AtomicInteger arrived) {
		while (!server.isClosed()) {
			try (var connection = server.accept()) {
				connection.getInputStream().read();
				arrived.incrementAndGet();
			}
			catch (IOException ex) {
				// closed
			}
		}
	}

}
