package orderly.chassis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * As much of a registry as it takes to hear what an instance says of itself.
 */
class ListeningRegistry implements AutoCloseable {

	private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"([A-Z_]+)\"");

	private static final String NOBODY = "{\"applications\":{\"versions__delta\":\"1\",\"apps__hashcode\":\"\",\"application\":[]}}";

	private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

	private final List<String> heard = new CopyOnWriteArrayList<>();

	ListeningRegistry() throws IOException {
		this.server.createContext("/eureka", this::hear);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/eureka/";
	}

	/** Each status that was told, and {@code GONE} for the end. */
	List<String> heard() {
		return this.heard;
	}

	private void hear(HttpExchange exchange) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			switch (exchange.getRequestMethod()) {
				case "POST" -> {
					Matcher status = STATUS.matcher(body);
					this.heard.add(status.find() ? status.group(1) : body);
					exchange.sendResponseHeaders(204, -1);
				}
				case "DELETE" -> {
					this.heard.add("GONE");
					exchange.sendResponseHeaders(200, -1);
				}
				case "GET" -> {
					exchange.getResponseHeaders().add("Content-Type", "application/json");
					exchange.sendResponseHeaders(200, NOBODY.length());
					exchange.getResponseBody().write(NOBODY.getBytes(StandardCharsets.UTF_8));
				}
				default -> exchange.sendResponseHeaders(200, -1);
			}
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
