package orderly.provider;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

/**
 * Somebody who calls the provider over HTTP.
 */
class Merchant {

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI provider;

	Merchant(URI provider) {
		this.provider = provider;
	}

	record Reply(int status, JsonNode body) {

		String state() {
			return this.body.path("state").asString();
		}

		String field() {
			return this.body.path("errors").path(0).path("field").asString();
		}

	}

	Reply charge(UUID orderId, String method) throws IOException, InterruptedException {
		return put("/charges/" + orderId,
				"{\"amountMinor\":1250,\"currency\":\"EUR\",\"method\":\"%s\"}".formatted(method));
	}

	Reply cancel(UUID orderId) throws IOException, InterruptedException {
		return put("/charges/" + orderId + "/void", "");
	}

	Reply refund(UUID refundId, UUID orderId, long amountMinor) throws IOException, InterruptedException {
		return put("/refunds/" + refundId, "{\"orderId\":\"%s\",\"amountMinor\":%d}".formatted(orderId, amountMinor));
	}

	List<String> ledger(UUID orderId) throws IOException, InterruptedException {
		JsonNode items = get("/ledger?orderId=" + orderId).body().get("items");
		return items.valueStream()
			.map((item) -> item.get("kind").asString() + " " + item.get("amountMinor").asLong())
			.toList();
	}

	Reply put(String path, String body) throws IOException, InterruptedException {
		return send("PUT", path, "application/json", body);
	}

	Reply get(String path) throws IOException, InterruptedException {
		return send("GET", path, "application/json", "");
	}

	Reply send(String method, String path, String type, String body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.provider.resolve(path))
			.header("Content-Type", type)
			.method(method, BodyPublishers.ofString(body))
			.build();
		HttpResponse<String> response = this.http.send(request, BodyHandlers.ofString());
		return new Reply(response.statusCode(), Request.JSON.readTree(response.body()));
	}

}
