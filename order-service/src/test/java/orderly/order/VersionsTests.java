package orderly.order;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class VersionsTests extends RunningService {

	private static final String[] V2 = { "API-Version", "2" };

	@Test
	void version1IsAsItAlwaysWas() {
		JsonNode order = json(post("/orders", ORDER));
		assertThat(order.propertyNames()).containsExactly("id", "customer", "status", "reason", "checkout", "lines",
				"totalMinor", "currency", "placedAt", "updatedAt");
		assertThat(order.get("status").asString()).isEqualTo("PLACED");
		assertThat(order.get("lines").toString()).isEqualTo(
				"[{\"sku\":\"TEA-001\",\"name\":\"Assam Second Flush\",\"quantity\":2,\"unitPriceMinor\":1250}]");
		assertThat(order.get("totalMinor").asInt()).isEqualTo(2500);
		assertThat(json(get("/orders/" + order.get("id").asString(), "API-Version", "1"))).isEqualTo(order);
	}

	@Test
	void version2ShowsStatusMoneyTimelineAndTrace() {
		HttpResponse<String> response = post("/orders", SYNC_ORDER, V2);
		assertThat(response.statusCode()).isEqualTo(201);
		JsonNode order = json(response);
		assertThat(response.headers().firstValue("Location")).hasValue("/api/v2/orders/" + order.get("id").asString());
		assertThat(order.propertyNames()).containsExactly("id", "customer", "status", "checkout", "lines", "total",
				"placedAt", "timeline", "traceId");
		assertThat(order.get("status").propertyNames()).containsExactly("state", "reason", "at");
		assertThat(order.at("/status/state").asString()).isEqualTo("CONFIRMED");
		assertThat(order.at("/status/reason").isNull()).isTrue();
		assertThat(order.get("lines").toString()).isEqualTo("[{\"sku\":\"TEA-001\",\"name\":\"Assam Second Flush\","
				+ "\"quantity\":2,\"unitPrice\":{\"amount\":\"12.50\",\"currency\":\"EUR\"}}]");
		assertThat(order.get("total").toString()).isEqualTo("{\"amount\":\"25.00\",\"currency\":\"EUR\"}");
		assertThat(order.get("traceId").asString())
			.isEqualTo(response.headers().firstValue("X-Trace-Id").orElseThrow());
		assertThat(json(get("/orders/" + order.get("id").asString(), V2))).isEqualTo(order);
	}

	@Test
	void theTimelineIsInTheOrderInWhichThingsHappened() {
		JsonNode order = json(post("/orders", SYNC_ORDER, V2));
		assertThat(order.get("timeline")).extracting((entry) -> entry.get("event").asString())
			.containsExactly("order.placed", "inventory.stock-reserved", "payment.captured", "order.confirmed");
		assertThat(order.get("timeline")).extracting((entry) -> Instant.parse(entry.get("at").asString())).isSorted();
		assertThat(order.at("/timeline/0/at")).isEqualTo(order.get("placedAt"));
		assertThat(order.at("/timeline/3/at")).isEqualTo(order.at("/status/at"));
	}

	@Test
	void anOrderFromTheDaysOfVersion1HasItsTimelineToo() {
		UUID id = placed();
		this.endOrder.cancel(id, Order.Reason.DEADLINE);
		JsonNode order = json(get("/orders/" + id, V2));
		assertThat(order.at("/status/reason").asString()).isEqualTo("DEADLINE");
		assertThat(order.get("timeline")).extracting((entry) -> entry.get("event").asString())
			.containsExactly("order.placed", "order.cancelled");
	}

	@Test
	void aPageInVersion2LeadsToTheNextInVersion2() {
		UUID first = placed();
		UUID second = placed();
		HttpResponse<String> response = get("/orders?limit=1", V2);
		assertThat(json(response).at("/items/0/id").asString()).isEqualTo(second.toString());
		assertThat(json(response).at("/items/0/timeline/0/event").asString()).isEqualTo("order.placed");
		String next = response.headers().firstValue("Link").orElseThrow();
		assertThat(next).startsWith("</api/v2/orders?limit=1&cursor=").endsWith(">; rel=\"next\"");
		String path = next.substring("</api/v2".length(), next.indexOf('>'));
		assertThat(json(get(path, V2)).at("/items/0/id").asString()).isEqualTo(first.toString());
	}

	@Test
	void cancelsInVersion2() {
		UUID id = placed();
		HttpResponse<String> response = post("/orders/" + id + "/cancel", "", V2);
		assertThat(response.statusCode()).isEqualTo(202);
		assertThat(json(response).at("/status/reason").asString()).isEqualTo("CUSTOMER");
		UUID confirmed = placed();
		this.endOrder.confirm(confirmed);
		assertThat(post("/orders/" + confirmed + "/cancel", "", V2).statusCode()).isEqualTo(409);
		assertThat(post("/orders/" + UUID.randomUUID() + "/cancel", "", V2).statusCode()).isEqualTo(404);
	}

	@Test
	void version1SaysWhenItEndsAndWhatComesAfterIt() {
		String id = json(post("/orders", ORDER)).get("id").asString();
		ends(post("/orders", ORDER), "/api/v2/orders");
		ends(get("/orders/" + id), "/api/v2/orders/" + id);
		ends(get("/orders?limit=1"), "/api/v2/orders");
		ends(post("/orders/" + id + "/cancel", ""), "/api/v2/orders/" + id + "/cancel");
	}

	@Test
	void whatIsNotDeprecatedDoesNotSaySo() {
		for (HttpResponse<String> response : List.of(post("/orders", ORDER, V2), get("/orders", V2), get("/products"),
				get("/products", V2))) {
			assertThat(response.headers().map()).doesNotContainKeys("deprecation", "sunset");
			assertThat(response.headers().allValues("Link")).noneMatch((link) -> link.contains("successor-version"));
		}
	}

	@Test
	void productsAreTheSameInEveryVersion() {
		assertThat(get("/products", V2).body()).isEqualTo(get("/products").body()).contains("priceMinor");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "3", "1.1", "two" })
	void otherVersionsAreRefusedAndTheOfferedOnesListed(String version) {
		for (String path : List.of("/orders", "/products")) {
			HttpResponse<String> response = get(path, "API-Version", version);
			assertThat(response.statusCode()).isEqualTo(400);
			assertThat(json(response).get("type").asString()).isEqualTo("/problems/unsupported-version");
			assertThat(json(response).get("supported").toString()).isEqualTo("[1,2]");
		}
	}

	private static void ends(HttpResponse<String> response, String successor) {
		assertThat(response.statusCode()).isLessThan(300);
		assertThat(response.headers().allValues("Deprecation")).containsExactly("@1796083200");
		assertThat(response.headers().allValues("Sunset")).containsExactly("Wed, 01 Dec 2027 00:00:00 GMT");
		assertThat(response.headers().allValues("Link")).contains("<" + successor + ">; rel=\"successor-version\"",
				"</versions.html>; rel=\"deprecation\"");
	}

}
