package orderly.backing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A real Zipkin: it takes spans, answers queries and has a page to browse them. It keeps
 * the latest spans in memory; they end with it.
 */
public final class Zipkin extends BackingService {

	private Zipkin(Running child, int port) {
		super(child, port);
	}

	/**
	 * Starts it and returns when it answers.
	 * @param log the file that its output is appended to
	 * @param port where it listens
	 * @return the running server
	 * @throws DidNotStartException where it does not become ready
	 */
	public static Zipkin start(Path log, int port) {
		Child child = server(port).launch(log);
		try (HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
			Readiness.await(child, () -> isHealthy(client, port));
		}
		return new Zipkin(child, port);
	}

	/**
	 * The address of its page and API.
	 * @return the address
	 */
	public URI url() {
		return URI.create("http://127.0.0.1:" + port());
	}

	private static Jvm server(int port) {
		return Jvm.named("zipkin")
			.flags("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError")
			.flags("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED")
			.jar(Artefacts.find().zipkin())
			// Without the address it would listen on all of them.
			.arguments("--armeria.ports[0].ip=127.0.0.1", "--armeria.ports[0].port=" + port,
					"--armeria.ports[0].protocols[0]=http",
					// About 1 kB a span: the default of 500000 would not fit into the
					// memory above.
					"--zipkin.storage.mem.max-spans=60000");
	}

	private static boolean isHealthy(HttpClient client, int port) {
		URI health = URI.create("http://127.0.0.1:" + port + "/health");
		HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(2)).build();
		try {
			return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
