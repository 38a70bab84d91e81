package orderly.lab.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A server of canned answers: those of one address come in order, the last one again and
 * again.
 */
public class StubServer implements AutoCloseable {

	private final Map<String, Deque<Canned>> answers = new HashMap<>();

	private final List<String> seen = new ArrayList<>();

	private final List<String> keys = new ArrayList<>();

	private final HttpServer server;

	private record Canned(int status, String body) {
	}

	public StubServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	/** Adds an answer to a request, as in {@code GET /api/v1/orders}. */
	public StubServer on(String request, int status, String body) {
		this.answers.computeIfAbsent(request, (key) -> new ArrayDeque<>()).add(new Canned(status, body));
		return this;
	}

	public URI url() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** Each request with its body. */
	public List<String> seen() {
		return this.seen;
	}

	/** The Idempotency-Keys that came, each as often as it came. */
	public List<String> keys() {
		return this.keys;
	}

	private void answer(HttpExchange exchange) throws IOException {
		String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
		this.seen.add(request + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		this.keys.addAll(exchange.getRequestHeaders().getOrDefault("Idempotency-Key", List.of()));
		Deque<Canned> canned = this.answers.getOrDefault(request, new ArrayDeque<>());
		Canned next = (canned.size() > 1) ? canned.remove() : canned.isEmpty() ? new Canned(404, "{}") : canned.peek();
		byte[] body = next.body().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("X-Trace-Id", "4bf92f3577b34da6a3ce929d0e0e4736");
		exchange.sendResponseHeaders(next.status(), (body.length == 0) ? -1 : body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
