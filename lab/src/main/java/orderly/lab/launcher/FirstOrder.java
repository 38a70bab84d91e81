package orderly.lab.launcher;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

import orderly.lab.LabException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One real order through the gateway, as proof that the system works.
 *
 * @param id the order's id
 * @param traceId its trace's id
 * @param took from the request until the order was seen confirmed
 */
record FirstOrder(String id, String traceId, Duration took) {

	static final String BODY = body("TEA-001");

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final int ACCEPTED = 202;

	/**
	 * Places it, for something that is in stock.
	 * @return the order; empty when everything is sold
	 */
	static Optional<FirstOrder> place(String gateway) {
		return inStock(gateway).map((sku) -> place(gateway, sku));
	}

	private static FirstOrder place(String gateway, String sku) {
		long begin = System.nanoTime();
		HttpResponse<String> answer = accepted(gateway, Http.post(gateway + "/api/v1/orders", body(sku)));
		String id = JSON.readTree(answer.body()).path("id").asString();
		awaitConfirmed(gateway + "/api/v1/orders/" + id, begin + PATIENCE.toNanos());
		String trace = answer.headers().firstValue("X-Trace-Id").orElse("");
		return new FirstOrder(id, trace, Duration.ofNanos(System.nanoTime() - begin));
	}

	private static Optional<String> inStock(String gateway) {
		return Http.get(gateway + "/api/v1/stock")
			.filter((answer) -> answer.statusCode() == 200)
			.map((answer) -> JSON.readTree(answer.body()))
			.orElseThrow(() -> new LabException("Nobody tells what is in stock: %s/api/v1/stock".formatted(gateway)))
			.path("items")
			.valueStream()
			.filter((stock) -> stock.path("available").asInt() > 0)
			.map((stock) -> stock.path("sku").asString())
			.findFirst();
	}

	private static String body(String sku) {
		return """
				{"lines":[{"sku":"%s","quantity":1}],"payment":{"method":"card-ok"}}""".formatted(sku);
	}

	private static HttpResponse<String> accepted(String gateway, Optional<HttpResponse<String>> answer) {
		if (answer.isEmpty() || answer.get().statusCode() != ACCEPTED) {
			String what = answer.map((a) -> "answered %d: %s".formatted(a.statusCode(), a.body()))
				.orElse("did not answer");
			throw new LabException("The first order was not accepted: %s %s".formatted(gateway, what));
		}
		return answer.get();
	}

	private static void awaitConfirmed(String url, long end) {
		String status = "PLACED";
		while (status.equals("PLACED") && System.nanoTime() < end) {
			Readiness.pause();
			status = Http.get(url).map((answer) -> statusOf(answer.body())).orElse("PLACED");
		}
		if (!status.equals("CONFIRMED")) {
			throw new LabException("The first order is %s after %d s instead of CONFIRMED: %s".formatted(status,
					PATIENCE.toSeconds(), url));
		}
	}

	private static String statusOf(String order) {
		return JSON.readTree(order).path("status").asString("PLACED");
	}

}
