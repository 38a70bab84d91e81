package orderly.lab.fire;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Collectors;

import orderly.lab.client.Answer;
import orderly.lab.fire.SystemUnderFire.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must not come in: always a problem of the 400s, naming the field where one is at
 * fault.
 */
@ExtendWith(SystemUnderFire.class)
class EdgeRefusalsIT {

	private static final String ORDER = """
			{"lines":[{"sku":"TEA-001","quantity":1}],"payment":{"method":"card-ok"},"checkout":"async"}""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"quantity":1      | "quantity":-1                   | 422 | lines[0].quantity
			"quantity":1      | "quantity":0                    | 422 | lines[0].quantity
			"quantity":1      | "quantity":101                  | 422 | lines[0].quantity
			"quantity":1      | "quantity":99999999999999999999 | 422 | lines[0].quantity
			"quantity":1      | "quantity":"1"                  | 400 | lines[0].quantity
			"quantity":1      | "quantity":1.5                  | 400 | lines[0].quantity
			"quantity":1      | "quantity":1,"colour":"red"     | 400 | lines[0].colour
			"quantity":1      | "quantity":null                 | 422 | lines[0].quantity
			"sku":"TEA-001"   | "sku":"TEA-999"                 | 422 | lines[0].sku
			"sku":"TEA-001"   | "sku":""                        | 422 | lines[0].sku
			"sku":"TEA-001"   | "sku":["TEA-001"]               | 400 | lines[0].sku
			"card-ok"         | "card-stolen"                   | 422 | payment.method
			"async"           | "later"                         | 422 | checkout
			"checkout"        | "chekout"                       | 400 | chekout
			""")
	void anOrderWithAFaultNamesTheField(String part, String fault, int status, String field, Running system) {
		Answer answer = post(system, ORDER.replace(part.strip(), fault.strip()), "application/json");
		assertIsProblem(answer, status);
		assertThat(answer.body().path("errors").valueStream().map((error) -> error.path("field").asString()))
			.contains(field.strip());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "null", "\"order\"", "{\"lines\":[", "not json", "{}{" })
	void whatIsNoOrderIsABadRequest(String body, Running system) {
		Answer answer = post(system, body, "application/json");
		assertIsProblem(answer, answer.status());
		assertThat(answer.status()).isIn(400, 422);
	}

	@Test
	void anOrderWithoutLinesNamesThem(Running system) {
		Answer answer = post(system, "{\"lines\":[],\"payment\":{\"method\":\"card-ok\"}}", "application/json");
		assertIsProblem(answer, 422);
		assertThat(answer.body().path("errors").toString()).contains("\"lines\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/xml", "application/x-www-form-urlencoded" })
	void anotherMediaTypeIsNotSupported(String type, Running system) {
		assertIsProblem(post(system, ORDER, type), 415);
	}

	@Test
	void anOverlongBodyIsRefused(Running system) {
		assertIsProblem(post(system, overlong(), "application/json"), 413);
	}

	@Test
	void anOverlongBodyIsRefusedAlsoWhenItComesInChunks(Running system) {
		byte[] body = overlong().getBytes(StandardCharsets.UTF_8);
		assertIsProblem(system.http()
			.send(request(system.gateway().at("orders"))
				.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))), 413);
	}

	@ParameterizedTest
	@ValueSource(strings = { "orders/1", "orders/no-id", "orders/0199aaaa-zzzz-7000-8000-000000000000", "orders/%20",
			"orders/'%20or%201=1", "payments/no-id", "stock/TEA-999", "orders?limit=0", "orders?limit=101",
			"orders?limit=many", "orders?cursor=nowhere", "orders/1-1-1-1-1", "orders?cursor=1-1-1-1-1",
			"payments/1-1-1-1-1" })
	void whatIsNoIdIsAProblem(String path, Running system) {
		Answer answer = system.http().get(system.gateway().at(path));
		assertThat(answer.status()).as(path).isBetween(400, 499);
		assertIsProblem(answer, answer.status());
	}

	@ParameterizedTest
	@CsvSource({ "orders/1-1-1-1-1,id", "orders/no-id,id", "payments/no-id,orderId", "orders?cursor=nowhere,cursor",
			"orders?limit=101,limit" })
	void theProblemNamesWhatIsAtFault(String path, String field, Running system) {
		Answer answer = system.http().get(system.gateway().at(path));
		assertThat(answer.body().at("/errors/0/field").asString("")).isEqualTo(field);
	}

	@ParameterizedTest
	@CsvSource({ "DELETE,orders/0199aaaa-0000-7000-8000-000000000000", "PUT,orders", "PATCH,stock/TEA-001",
			"PUT,reservations/0199aaaa-0000-7000-8000-000000000000",
			"PUT,payments/0199aaaa-0000-7000-8000-000000000000", "GET,nothing", "POST,products" })
	void whatIsNotOfferedIsAProblem(String method, String path, Running system) {
		Answer answer = system.http()
			.send(request(system.gateway().at(path)).method(method, BodyPublishers.ofString(ORDER)));
		assertThat(answer.status()).as(path).isIn(404, 405);
		assertIsProblem(answer, answer.status());
	}

	private static void assertIsProblem(Answer answer, int status) {
		assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
		assertThat(answer.body().path("type").asString("")).as("%s", answer.body()).isNotEmpty();
		assertThat(answer.body().path("status").asInt()).isEqualTo(status);
		assertThat(answer.body().path("traceId").asString("")).as("%s", answer.body()).matches("[0-9a-f]{32}");
	}

	private static Answer post(Running system, String body, String type) {
		return system.http()
			.send(HttpRequest.newBuilder(system.gateway().at("orders"))
				.header("Content-Type", type)
				.POST(BodyPublishers.ofString(body)));
	}

	private static HttpRequest.Builder request(URI uri) {
		return HttpRequest.newBuilder(uri).header("Content-Type", "application/json");
	}

	/** Well-formed and far beyond 16 KiB. */
	private static String overlong() {
		String line = "{\"sku\":\"TEA-001\",\"quantity\":1}";
		String lines = IntStream.range(0, 2000).mapToObj((i) -> line).collect(Collectors.joining(","));
		return "{\"lines\":[" + lines + "],\"payment\":{\"method\":\"card-ok\"}}";
	}

}
