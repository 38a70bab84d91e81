package orderly.gateway;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

import io.micrometer.core.instrument.MeterRegistry;
import orderly.gateway.Http.Answer;
import orderly.test.upstream.Behaviour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class RoutesTests extends Edged {

	@Autowired
	private MeterRegistry meters;

	@BeforeEach
	void answer() {
		UPSTREAM.that(Behaviour.ANSWERS);
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|', textBlock = """
			POST | /api/v1/orders             | POST /orders             | 1
			GET  | /api/v1/orders?limit=2     | GET /orders?limit=2      | 1
			GET  | /api/v1/orders/7           | GET /orders/7            | 1
			POST | /api/v1/orders/7/cancel    | POST /orders/7/cancel    | 1
			GET  | /api/v1/products           | GET /products            | 1
			GET  | /api/v1/stock              | GET /stock               | 1
			GET  | /api/v1/stock/TEA-001      | GET /stock/TEA-001       | 1
			GET  | /api/v1/payments/7         | GET /payments/7          | 1
			POST | /api/v2/orders             | POST /orders             | 2
			GET  | /api/v2/orders/7           | GET /orders/7            | 2
			POST | /api/v2/orders/7/cancel    | POST /orders/7/cancel    | 2
			GET  | /api/v2/stock/TEA-001      | GET /stock/TEA-001       | 2
			GET  | /api/orders/7              | GET /orders/7            | 1
			""")
	void turnsThePathAtTheEdgeIntoTheServicesOwn(String method, String path, String inside, String version) {
		Answer answer = http()
			.send(http().request(path, "Content-Type", "application/json").method(method, BodyPublishers.noBody()));
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		assertThat(UPSTREAM.arrivals()).singleElement().asString().startsWith(inside + " HTTP/1.1\r\n");
		assertThat(UPSTREAM.arrivals().getFirst().toLowerCase()).contains("\r\napi-version: " + version + "\r\n");
	}

	@Test
	void letsThePathBeatTheHeaderAndTheHeaderTheDefault() {
		http().get("/api/v1/orders/7", "API-Version", "2");
		http().get("/api/v1/orders/7", "API-Version", "nonsense");
		http().get("/api/orders/7", "API-Version", "2");
		assertThat(UPSTREAM.arrivals())
			.map((head) -> head.toLowerCase().replaceAll("(?s).*api-version: (\\S+).*", "$1"))
			.containsExactly("1", "1", "2");
	}

	@ParameterizedTest(name = "{0} API-Version: {1}")
	@CsvSource({ "/api/v3/orders,", "/api/v0/stock,", "/api/vx/orders,", "/api/v/orders,", "/api/v1.0/products,",
			"/api/v99999999999/orders,", "/api/v01/orders,", "/api/orders, 01", "/api/orders, 3",
			"/api/orders, nonsense", "/api/payments/7, 1.1", "/api/v3/orders, 1", "/api/v3/nothing," })
	void refusesAVersionThatIsNotOfferedAndListsThoseThatAre(String path, String header) {
		Answer answer = (header != null) ? http().get(path, "API-Version", header) : http().get(path);
		Problems.assertOwn(answer, 400, "unsupported-version");
		assertThat(answer.body().at("/supported").toString()).isEqualTo("[1,2]");
		assertThat(answer.text("/instance")).isEqualTo(path);
		assertThat(UPSTREAM.arrivals()).isEmpty();
	}

	@Test
	void refusesTwoVersionsAtOnce() {
		Answer answer = http().get("/api/orders", "API-Version", "1", "API-Version", "2");
		Problems.assertOwn(answer, 400, "unsupported-version");
		assertThat(UPSTREAM.arrivals()).isEmpty();
	}

	@Test
	void tellsTheMethodsThatAreRouted() {
		Answer answer = http().send(http().request("/api/v1/orders").method("OPTIONS", BodyPublishers.noBody()));
		assertThat(answer.status()).isEqualTo(204);
		assertThat(answer.header("Allow")).isEqualTo("GET,POST");
		assertThat(UPSTREAM.arrivals()).isEmpty();
	}

	@Test
	void refusesAQueryThatIsNone() throws IOException {
		assertThat(http().raw("GET /api/v1/orders?limit=5%zz")).startsWith("HTTP/1.1 400 ")
			.contains("\"type\":\"/problems/malformed\"");
		assertThat(UPSTREAM.arrivals()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "?cursor=YQ==, ?cursor=YQ%3D%3D", "?a=b=c&d=%C3%A4%20e, ?a=b%3Dc&d=%C3%A4%20e", "?, ''", "?a, ?a=",
			"?a=%3D&b=c=d, ?a=%3D&b=c%3Dd" })
	void handOnWhatAQuerySays(String asked, String handedOn) {
		assertThat(http().get("/api/v1/orders" + asked).status()).isEqualTo(200);
		assertThat(UPSTREAM.arrivals()).singleElement().asString().startsWith("GET /orders" + handedOn + " ");
	}

	@Test
	void refusesAKeyThatWouldReachTheServiceAsAnotherOne() throws IOException {
		assertRefused(http().request("/api/v1/orders", "Idempotency-Key", "a").header("Idempotency-Key", "b"));
		assertRefused(http().request("/api/v1/orders", "Idempotency-Key", "a b"));
		assertThat(http().raw("POST /api/v1/orders", "Idempotency-Key: \u00e4")).startsWith("HTTP/1.1 422 ")
			.contains("\"field\":\"Idempotency-Key\"");
		assertThat(UPSTREAM.arrivals()).isEmpty();
	}

	private void assertRefused(HttpRequest.Builder request) {
		Answer answer = http().send(request.POST(BodyPublishers.noBody()));
		Problems.assertOwn(answer, 422, "invalid");
		assertThat(answer.text("/errors/0/field")).isEqualTo("Idempotency-Key");
	}

	@ParameterizedTest(name = "{0} {1} -> {2}")
	@CsvSource(delimiter = '|', textBlock = """
			PUT    | /api/v1/reservations/7  | 404 |
			PUT    | /api/reservations/7     | 404 |
			PUT    | /api/v1/payments/7      | 405 | GET
			PUT    | /api/payments/7         | 405 | GET
			PUT    | /api/v1/stock/TEA-001   | 405 | GET
			DELETE | /api/v1/orders          | 405 | GET, POST
			DELETE | /api/v1/orders/7        | 405 | GET
			DELETE | /api/v2/orders          | 405 | GET, POST
			GET    | /api/v1/orders/7/cancel | 405 | POST
			POST   | /api/v1/products        | 405 | GET
			GET    | /api/v1/orders/         | 404 |
			GET    | /api/v1/charges/7       | 404 |
			GET    | /api/v1/actuator/health | 404 |
			GET    | /api                    | 404 |
			GET    | /orders                 | 404 |
			GET    | /nothing                | 404 |
			""")
	void routesNothingElse(String method, String path, int status, String allowed) {
		Answer answer = http().send(
				http().request(path, "Content-Type", "application/json").method(method, BodyPublishers.ofString("{}")));
		Problems.assertOwn(answer, status, (status == 404) ? "not-found" : "method-not-allowed");
		assertThat(answer.text("/instance")).isEqualTo(path);
		assertThat(answer.header("Allow")).isEqualTo(allowed);
		assertThat(UPSTREAM.arrivals()).isEmpty();
	}

	@Test
	void passesOnWhatTheServiceSaysOfItself() {
		Answer answer = http().get("/api/v1/products");
		assertThat(answer.response().headers().allValues("X-Trace-Id")).containsExactly("upstream");
		assertThat(answer.response().headers().allValues("X-Served-By"))
			.containsExactly("service;release=1;instance=2");
		assertThat(answer.response().headers().allValues("Date")).hasSizeLessThan(2);
	}

	@Test
	void passesOnABodyAsItCameAndNothingThatWasMeantForTheGatewayAlone() {
		http().send(http().request("/api/v1/orders", "Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"lines\":[]}")));
		assertThat(UPSTREAM.arrivals()).singleElement()
			.asString()
			.endsWith("\r\n\r\n{\"lines\":[]}")
			.containsIgnoringCase("content-length: 12\r\n")
			.doesNotContainIgnoringCase("http2-settings")
			.doesNotContainIgnoringCase("upgrade");
	}

	@Test
	void measuresWhoStillCallsTheOldVersion() {
		http().get("/api/orders/7");
		http().get("/api/v2/orders/7");
		for (String route : new String[] { "order-v1", "order-v2" }) {
			assertThat(this.meters.get("http.client.requests").tag("uri", route).timer().count()).isPositive();
		}
	}

	@Test
	void measuresCallsByServiceAndRoute() {
		http().get("/api/v1/payments/7");
		assertThat(this.meters.get("http.server.requests")
			.tag("uri", "/api/v{version}/payments/{orderId}")
			.timer()
			.count()).isPositive();
		assertThat(this.meters.get("http.client.requests")
			.tag("client.name", "payment-service")
			.tag("uri", "payment")
			.timer()
			.count()).isPositive();
	}

}
