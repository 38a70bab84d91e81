package orderly.order;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
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

	private final Map<String, Deque<Integer>> faults = new ConcurrentHashMap<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();

	private HttpServer server = listen(0);

	private Optional<ResettingPort> resetting = Optional.empty();

	private final int port = this.server.getAddress().getPort();

	String url() {
		return "http://127.0.0.1:" + this.port;
	}

	/** Forgets all that it was told, and is there. */
	void reset() {
		this.replies.clear();
		this.faults.clear();
		this.requests.clear();
		this.headers.clear();
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

	/** Answers these first, a 200 as it was told before, and then all as before. */
	void flaps(String request, Integer... statuses) {
		this.faults.put(request, new ConcurrentLinkedDeque<>(List.of(statuses)));
	}

	/** Takes every request, and resets its connection. */
	void resets() {
		down();
		this.resetting = Optional.of(new ResettingPort(this.port, this.requests));
	}

	void down() {
		this.resetting.ifPresent(ResettingPort::close);
		this.resetting = Optional.empty();
		this.server.stop(0);
	}

	/** Method, path, query and body of each request that came. */
	List<String> requests() {
		return this.requests;
	}

	/** How many requests came that begin like this. */
	long arrivals(String request) {
		return this.requests.stream().filter((arrived) -> arrived.startsWith(request)).count();
	}

	/** This header of each request that came. */
	List<String> headers(String name) {
		return this.headers.stream().map((sent) -> String.join(",", sent.getOrDefault(name, List.of()))).toList();
	}

	void up() {
		down();
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
		this.headers.add(Map.copyOf(exchange.getRequestHeaders()));
		replyTo(request).giveTo(exchange);
	}

	private Reply replyTo(String request) {
		Integer fault = told(this.faults, request, new ConcurrentLinkedDeque<>()).poll();
		return (fault != null && fault != 200) ? new Reply(Duration.ZERO, fault, "{}")
				: told(this.replies, request, new Reply(Duration.ZERO, 404, "{}"));
	}

	private static <T> T told(Map<String, T> about, String request, T otherwise) {
		return about.entrySet()
			.stream()
			.filter((entry) -> request.startsWith(entry.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(otherwise);
	}

	private record Reply(Duration delay, int status, String json) {

		void giveTo(HttpExchange exchange) throws IOException {
			try (exchange) {
				Thread.sleep(this.delay);
				if (this.status != HANG_UP) {
					byte[] body = this.json.getBytes(StandardCharsets.UTF_8);
					// nothing is kept for a later test, which may close or reset this
					// port
					exchange.getResponseHeaders().set("Connection", "close");
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
