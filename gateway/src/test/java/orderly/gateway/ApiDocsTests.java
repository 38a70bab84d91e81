package orderly.gateway;

import java.nio.charset.StandardCharsets;

import orderly.gateway.Http.Answer;
import orderly.test.upstream.Behaviour;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ApiDocsTests extends Edged {

	private static final String DOCUMENT = """
			{"openapi":"3.1.0","servers":[{"url":"http://127.0.0.1:8082"}],"paths":{
			"/stock/{sku}":{"get":{"parameters":[{"name":"API-Version","in":"header"},{"name":"sku","in":"path"}],"responses":{"200":{"description":"OK"},"404":{"description":"gone"}}},"put":{"responses":{}}},
			"/reservations/{orderId}":{"put":{"responses":{}}}}}""";

	private static final Behaviour DESCRIBES_ITSELF = (connection, out) -> out
		.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + DOCUMENT.length() + "\r\n\r\n"
				+ DOCUMENT)
			.getBytes(StandardCharsets.US_ASCII));

	private static final Behaviour KNOWS_NOTHING = (connection, out) -> out
		.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

	@Test
	void showWhatTheEdgeOffersAndNothingElse() {
		UPSTREAM.that(DESCRIBES_ITSELF);
		Answer answer = http().get("/api-docs/inventory-service");
		assertThat(UPSTREAM.arrivals()).singleElement().asString().startsWith("GET /v3/api-docs ");
		assertThat(answer.body().at("/servers")).map((each) -> each.at("/url").asString())
			.containsExactly("/api/v1", "/api/v2");
		assertThat(answer.body().at("/paths").propertyNames()).containsExactly("/stock/{sku}");
		assertThat(answer.body().at("/paths/~1stock~1{sku}").propertyNames()).containsExactly("get");
		assertThat(answer.body().at("/paths/~1stock~1{sku}/get/parameters")).map((each) -> each.at("/name").asString())
			.containsExactly("sku");
		assertThat(answer.text("/info/title")).isEqualTo("inventory-service");
		assertThat(answer.text("/paths/~1stock~1{sku}/get/responses/default/$ref"))
			.isEqualTo("#/components/responses/Problem");
		assertThat(answer.body().at("/components/schemas/Problem/properties/traceId").isObject()).isTrue();
		JsonNode told = answer.body().at("/paths/~1stock~1{sku}/get/responses/404");
		assertThat(told.at("/description").asString()).isEqualTo("gone");
		assertThat(told.at("/content/application~1problem+json/schema/$ref").asString())
			.isEqualTo("#/components/schemas/Problem");
		assertThat(answer.body().at("/paths/~1stock~1{sku}/get/responses/200/content").isMissingNode()).isTrue();
	}

	@Test
	void showEachVersionWithItsOwnAddress() {
		UPSTREAM.that(DESCRIBES_ITSELF);
		Answer answer = http().get("/api-docs/order-service/v2");
		assertThat(UPSTREAM.arrivals()).singleElement().asString().startsWith("GET /v3/api-docs/v2 ");
		assertThat(answer.body().at("/servers")).map((each) -> each.at("/url").asString()).containsExactly("/api/v2");
	}

	@Test
	void knowNoOtherServicesAndNoOtherVersions() {
		UPSTREAM.that(KNOWS_NOTHING);
		Problems.assertOwn(http().get("/api-docs/nobody"), 404, "not-found");
		Problems.assertOwn(http().get("/api-docs/order-service/v7"), 404, "not-found");
		Problems.assertOwn(http().get("/api-docs/order-service/v%7Bx%7D"), 404, "not-found");
		assertThat(UPSTREAM.arrivals()).isEmpty();
		Problems.assertOwn(http().get("/api-docs/inventory-service/v2"), 404, "not-found");
	}

	@Test
	void failAsAnyCallDoes() {
		UPSTREAM.that(Behaviour.RESETS);
		Problems.assertOwn(http().get("/api-docs/order-service"), 502, "bad-gateway");
		assertThat(UPSTREAM.arrivals()).hasSize(1);
	}

	@Test
	void areListedOnOnePage() {
		assertThat(http().text("/swagger-ui/index.html").status()).isEqualTo(200);
		Answer list = http().get("/v3/api-docs/swagger-config");
		assertThat(list.body().at("/urls")).map((entry) -> entry.at("/url").asString())
			.containsExactlyInAnyOrder("/api-docs/order-service/v1", "/api-docs/order-service/v2",
					"/api-docs/inventory-service", "/api-docs/payment-service");
	}

}
