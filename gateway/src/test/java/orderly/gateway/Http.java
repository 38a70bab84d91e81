package orderly.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the gateway as a stranger would.
 */
record Http(int port) {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final JsonMapper JSON = new JsonMapper();

	/** An answer, with its body read as JSON. */
	record Answer(HttpResponse<String> response, JsonNode body) {

		int status() {
			return this.response.statusCode();
		}

		@Nullable String header(String name) {
			return this.response.headers().firstValue(name).orElse(null);
		}

		String text(String pointer) {
			return this.body.at(pointer).asString();
		}

	}

	/** An answer as it came. */
	record Text(int status, String body) {
	}

	Text text(String path) {
		HttpResponse<String> response = exchange(request(path).GET());
		return new Text(response.statusCode(), response.body());
	}

	Answer get(String path, String... headers) {
		return send(request(path, headers).GET());
	}

	Answer post(String path, String json) {
		return send(request(path, "Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
	}

	/** Switches a policy, and returns the status. */
	int policy(String name, String state) {
		return post("/actuator/policies/" + name, "{\"state\":\"" + state + "\"}").status();
	}

	/** What no proper client would send. */
	String raw(String request, String... headers) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			String head = request + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + String.join("\r\n", headers);
			socket.getOutputStream().write((head.strip() + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.timeout(Duration.ofSeconds(20));
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	Answer send(HttpRequest.Builder request) {
		HttpResponse<String> response = exchange(request);
		return new Answer(response, JSON.readTree(response.body().isEmpty() ? "null" : response.body()));
	}

	private static HttpResponse<String> exchange(HttpRequest.Builder request) {
		try {
			return CLIENT.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
