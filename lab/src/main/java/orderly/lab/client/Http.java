package orderly.lab.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;

import orderly.lab.LabException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * JSON over the JDK's HTTP client; an outage is an {@link UnreachableException}, any
 * answer is an {@link Answer}.
 */
public class Http {

	// else the JDK sends a GET again on a reset, and no count of attempts is right
	static {
		System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
	}

	// Zipkin leaves out a duration that it does not know: that is 0, no mistake
	static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	// longer than any route of the gateway waits, so that its own 504 is what a user sees
	private static final Duration TIMEOUT = Duration.ofSeconds(15);

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	public Answer get(URI uri) {
		return send(HttpRequest.newBuilder(uri).GET());
	}

	public Answer put(URI uri, Object body) {
		return send(json(HttpRequest.newBuilder(uri)).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
	}

	public Answer post(URI uri, Object body, Map<String, String> headers) {
		var request = json(HttpRequest.newBuilder(uri)).POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
		headers.forEach(request::header);
		return send(request);
	}

	public Answer delete(URI uri) {
		return send(HttpRequest.newBuilder(uri).DELETE());
	}

	/** The body as it came, for what is no JSON. */
	public String text(URI uri, String accept) {
		var request = HttpRequest.newBuilder(uri).header("Accept", accept).GET();
		HttpResponse<String> response = exchange(request.timeout(TIMEOUT).build());
		if (response.statusCode() != 200) {
			throw new LabException(uri + " answered " + response.statusCode() + ".");
		}
		return response.body();
	}

	/** Sends a request as it is; for requests that break the rules on purpose. */
	public Answer send(HttpRequest.Builder request) {
		HttpResponse<String> response = exchange(request.timeout(TIMEOUT).build());
		return new Answer(response.statusCode(), header(response, "X-Trace-Id"), header(response, "X-Served-By"),
				read(response.body()));
	}

	private HttpResponse<String> exchange(HttpRequest request) {
		try {
			return client.send(request, BodyHandlers.ofString());
		}
		catch (HttpTimeoutException e) {
			throw new UnreachableException(request.uri().resolve("/") + " took the call but gave no answer within "
					+ TIMEOUT.toSeconds() + " s.", e);
		}
		catch (IOException e) {
			throw new UnreachableException("Nothing answers at " + request.uri().resolve("/")
					+ ". Is it running? ./orderly status tells, ./orderly up starts it.", e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new UnreachableException("Interrupted while waiting for " + request.uri() + ".", e);
		}
	}

	private static HttpRequest.Builder json(HttpRequest.Builder request) {
		return request.header("Content-Type", "application/json");
	}

	private static @Nullable String header(HttpResponse<?> response, String name) {
		return response.headers().firstValue(name).orElse(null);
	}

	private static JsonNode read(String body) {
		try {
			return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
		}
		catch (JacksonException e) {
			return MissingNode.getInstance();
		}
	}

}
