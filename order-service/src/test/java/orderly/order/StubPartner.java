package orderly.order;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A partner on a real socket that does what a test says: answer, answer late, lie, hang
 * up or not be there at all.
 */
class StubPartner {

	/** A status that stands for a connection closed without an answer. */
	private static final int HANG_UP = 0;

	private final Map<String, Reply> replies = new ConcurrentHashMap<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private HttpServer server = listen(0);

	private final int port = this.server.getAddress().getPort();

	String url() {
		return "http://127.0.0.1:" + this.port;
	}

	/** Forgets all that it was told, and is there. */
	void reset() {
		this.replies.clear();
		this.requests.clear();
		up();
	}

	/** From now on: {@code answers("GET /stock", 200, "{}")}. */
	StubPartner answers(String request, int status, String json) {
		return answersAfter(Duration.ZERO, request, status, json);
	}

	StubPartner answersAfter(Duration delay, String request, int status, String json) {
		this.replies.put(request, new Reply(delay, status, json));
		return this;
	}

	void hangsUp(String request) {
		answers(request, HANG_UP, "");
	}

	void down() {
		this.server.stop(0);
	}

	/** Method, path, query and body of each request that came. */
	List<String> requests() {
		return this.requests;
	}

	private void up() {
		this.server.stop(0);
		this.server = listen(this.port);
	}

	private HttpServer listen(int port) {
		try {
			HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
			listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			listening.createContext("/", this::handle);
			listening.start();
			return listening;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void handle(HttpExchange exchange) throws IOException {
		String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
		this.requests.add(request + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		Reply reply = this.replies.entrySet()
			.stream()
			.filter((entry) -> request.startsWith(entry.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(new Reply(Duration.ZERO, 404, "{}"));
		reply.giveTo(exchange);
	}

	private record Reply(Duration delay, int status, String json) {

		void giveTo(HttpExchange exchange) throws IOException {
			try (exchange) {
				Thread.sleep(this.delay);
				if (this.status != HANG_UP) {
					byte[] body = this.json.getBytes(StandardCharsets.UTF_8);
					exchange.getResponseHeaders()
						.set("Content-Type", (this.status < 400) ? "application/json" : "application/problem+json");
					exchange.sendResponseHeaders(this.status, body.length);
					exchange.getResponseBody().write(body);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
