package orderly.order;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ValidationTests extends RunningService {

	static Stream<Arguments> wrongBodies() {
		return Stream.of(arguments("", 400, null), arguments("{", 400, null), arguments("[]", 400, null),
				arguments("null", 400, null), arguments(ORDER + "x", 400, null),
				arguments(with("\"lines\": 1"), 400, "lines"), arguments(with("\"lines\": [1]"), 400, "lines[0]"),
				arguments(line("\"sku\": 1, \"quantity\": 1"), 400, "lines[0].sku"),
				arguments(line("\"sku\": \"TEA-001\", \"quantity\": \"1\""), 400, "lines[0].quantity"),
				arguments(line("\"sku\": \"TEA-001\", \"quantity\": 1.5"), 400, "lines[0].quantity"),
				arguments(line("\"sku\": \"TEA-001\", \"quantity\": true"), 400, "lines[0].quantity"),
				arguments(line("\"sku\": \"TEA-001\", \"quantity\": 1, \"colour\": 1"), 400, "lines[0].colour"),
				arguments(ORDER.replaceFirst("}$", ", \"gift\": true}"), 400, "gift"),
				arguments(ORDER.replaceFirst("}$", ", \"checkout\": 1}"), 400, "checkout"),
				arguments(quantity("0"), 422, "lines[0].quantity"), arguments(quantity("-1"), 422, "lines[0].quantity"),
				arguments(quantity("101"), 422, "lines[0].quantity"),
				arguments(quantity("null"), 422, "lines[0].quantity"),
				arguments(quantity("2147483648"), 422, "lines[0].quantity"),
				arguments(quantity("9".repeat(40)), 422, "lines[0].quantity"),
				arguments(line("\"sku\": \"TEA-001\""), 422, "lines[0].quantity"),
				arguments(line("\"quantity\": 1"), 422, "lines[0].sku"),
				arguments(line("\"sku\": \" \", \"quantity\": 1"), 422, "lines[0].sku"),
				arguments(line("\"sku\": \"TEA-999\", \"quantity\": 1"), 422, "lines[0].sku"),
				arguments(line("\"sku\": \"tea-001' or 1=1\", \"quantity\": 1"), 422, "lines[0].sku"),
				arguments(line("\"sku\": \"TEA\\u0000001\", \"quantity\": 1"), 422, "lines[0].sku"),
				arguments(with("\"lines\": []"), 422, "lines"), arguments(with("\"lines\": null"), 422, "lines"),
				arguments(with("\"lines\": [null]"), 422, "lines[0]"), arguments(lines(21), 422, "lines"),
				arguments("{\"payment\": {\"method\": \"card-ok\"}}", 422, "lines"),
				arguments(with("\"lines\": [{\"sku\": \"TEA-001\", \"quantity\": 1}, "
						+ "{\"sku\": \"TEA-001\", \"quantity\": 2}]"), 422, "lines[1].sku"),
				arguments(ORDER.replace("card-ok", "cash"), 422, "payment.method"),
				arguments(ORDER.replace("{\"method\": \"card-ok\"}", "{}"), 422, "payment.method"),
				arguments(ORDER.replace("{\"method\": \"card-ok\"}", "null"), 422, "payment"),
				arguments(ORDER.replaceFirst("}$", ", \"checkout\": \"later\"}"), 422, "checkout"));
	}

	@Test
	void aFieldThatIsGivenTwiceIsNamed() {
		HttpResponse<String> response = post("/orders", ORDER.replaceFirst("}$", ", \"lines\": []}"));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(json(response).at("/errors/0/field").asString()).isEqualTo("lines");
		assertThat(json(response).at("/errors/0/message").asString()).isEqualTo("is given twice");
	}

	@ParameterizedTest
	@MethodSource("wrongBodies")
	void aWrongBodyIsAProblemThatNamesTheField(String body, int status, String field) {
		long before = orderCount();
		HttpResponse<String> response = post("/orders", body);
		assertThat(response.statusCode()).isEqualTo(status);
		problem(response);
		if (field != null) {
			assertThat(json(response).get("errors").valueStream().map((error) -> error.get("field").asString()))
				.containsExactly(field);
		}
		assertThat(orderCount()).isEqualTo(before);
	}

	@Test
	void everyFieldAtFaultIsNamed() {
		HttpResponse<String> response = post("/orders", """
				{"lines": [{"sku": "", "quantity": 0}], "payment": {"method": "cash"}, "checkout": "later"}""");
		assertThat(json(response).get("errors").valueStream().map((error) -> error.get("field").asString()))
			.containsExactlyInAnyOrder("lines[0].sku", "lines[0].quantity", "payment.method", "checkout");
	}

	@Test
	void otherMediaTypesAreRefused() {
		HttpResponse<String> response = send(
				request("/orders", "Content-Type", "text/plain").POST(BodyPublishers.ofString(ORDER)).build());
		assertThat(response.statusCode()).isEqualTo(415);
		problem(response);
	}

	@Test
	void anOverlongBodyIsRefused() {
		HttpResponse<String> response = post("/orders", " ".repeat(17 * 1024) + ORDER);
		assertThat(response.statusCode()).isEqualTo(413);
		problem(response);
	}

	@ParameterizedTest
	@CsvSource({ "/orders/17, 400, id", "/orders/not-an-id, 400, id", "/orders?limit=0, 422, limit",
			"/orders?limit=101, 422, limit", "/orders?limit=many, 400, limit", "/orders?cursor=17, 400, cursor" })
	void aWrongParameterIsAProblemThatNamesIt(String path, int status, String field) {
		HttpResponse<String> response = get(path);
		assertThat(response.statusCode()).isEqualTo(status);
		problem(response);
		assertThat(json(response).at("/errors/0/field").asString()).isEqualTo(field);
	}

	@Test
	void anUnknownOrderIsNotFound() {
		HttpResponse<String> response = get("/orders/" + UUID.randomUUID());
		assertThat(response.statusCode()).isEqualTo(404);
		problem(response);
		assertThat(post("/orders/" + UUID.randomUUID() + "/cancel", "").statusCode()).isEqualTo(404);
	}

	private void problem(HttpResponse<String> response) {
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(json(response).get("type").asString()).startsWith("/problems/");
		assertThat(json(response).get("instance").asString()).startsWith("/api/v");
		assertThat(json(response).get("traceId").asString()).matches("[0-9a-f]{32}");
	}

	private static String with(String lines) {
		return "{%s, \"payment\": {\"method\": \"card-ok\"}}".formatted(lines);
	}

	private static String line(String fields) {
		return with("\"lines\": [{%s}]".formatted(fields));
	}

	private static String quantity(String number) {
		return line("\"sku\": \"TEA-001\", \"quantity\": " + number);
	}

	private static String lines(int count) {
		return with(IntStream.rangeClosed(1, count)
			.mapToObj((i) -> "{\"sku\": \"TEA-%03d\", \"quantity\": 1}".formatted(i))
			.collect(Collectors.joining(", ", "\"lines\": [", "]")));
	}

}
