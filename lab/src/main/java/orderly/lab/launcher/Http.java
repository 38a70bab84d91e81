package orderly.lab.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** The launcher's own small calls over the loopback. */
final class Http {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final HttpClient CLIENT = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(1))
		.build();

	private Http() {
	}

	/**
	 * {@return the status of a GET; 0 when nobody answers}
	 */
	static int status(String url) {
		return get(url).map(HttpResponse::statusCode).orElse(0);
	}

	/**
	 * {@return the answer to a GET; empty when nobody answers}
	 */
	static Optional<HttpResponse<String>> get(String url) {
		return send(HttpRequest.newBuilder(URI.create(url)));
	}

	/**
	 * {@return the answer to a GET of what has other forms, too; empty when nobody
	 * answers}
	 */
	static Optional<HttpResponse<String>> json(String url) {
		return send(HttpRequest.newBuilder(URI.create(url)).header("Accept", "application/json"));
	}

	/**
	 * {@return the answer to a POST of JSON; empty when nobody answers}
	 */
	static Optional<HttpResponse<String>> post(String url, String json) {
		return send(HttpRequest.newBuilder(URI.create(url))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(json)));
	}

	private static Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
		try {
			return Optional.of(CLIENT.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

}
