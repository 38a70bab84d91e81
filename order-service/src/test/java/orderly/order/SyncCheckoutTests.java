package orderly.order;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

class SyncCheckoutTests extends RunningService {

	private static final String HOLD = "PUT /reservations/";

	private static final String CHARGE = "PUT /payments/";

	@Test
	void drivesAnOrderToItsEndWhileTheCustomerWaits() {
		HttpResponse<String> response = post("/orders", SYNC_ORDER);
		assertThat(response.statusCode()).isEqualTo(201);
		UUID id = UUID.fromString(json(response).get("id").asString());
		assertThat(response.headers().firstValue("Location")).hasValue("/api/v1/orders/" + id);
		assertThat(json(response).get("status").asString()).isEqualTo("CONFIRMED");
		assertThat(published().orderEvents(id)).containsExactly(new OrderConfirmed(id, 2500, "EUR"));
		assertThat(timeline(id)).containsExactly("order.placed", "inventory.stock-reserved", "payment.captured",
				"order.confirmed");
		assertThat(inventory.requests()).last()
			.asString()
			.startsWith("PUT /reservations/%s {\"lines\":[{\"sku\":\"TEA-001\",\"quantity\":2}],\"deadline\":\"20"
				.formatted(id));
		assertThat(payment.requests()).containsExactly(
				"PUT /payments/%s {\"amountMinor\":2500,\"currency\":\"EUR\",\"method\":\"card-ok\"}".formatted(id));
	}

	static Stream<Arguments> refusals() {
		String missing = "\"missing\": [{\"sku\": \"TEA-001\", \"requested\": 2, \"available\": 1}]";
		return Stream.of(
				argumentSet("too little stock",
						told(inventory, HOLD, 409, "{\"state\": \"REJECTED\", " + missing + "}"), Order.Reason.SHORT),
				argumentSet("payment declined", told(payment, CHARGE, 200, "{\"state\": \"DECLINED\"}"),
						Order.Reason.DECLINED),
				doubt("hold: ended, says a liar", told(inventory, HOLD, 409, "{\"state\": \"RELEASED\"}")),
				doubt("hold: a conflict that says nothing", told(inventory, HOLD, 409, "{}")),
				doubt("hold: an unknown state", told(inventory, HOLD, 200, "{\"state\": \"EATEN\"}")),
				doubt("hold: not found", told(inventory, HOLD, 404, "{}")),
				doubt("hold: failed", told(inventory, HOLD, 500, "{}")),
				doubt("hold: hung up", told(inventory, HOLD, 0, "")),
				doubt("hold: slow",
						() -> inventory.answersAfter(Duration.ofSeconds(3), HOLD, 200, "{\"state\": \"HELD\"}")),
				doubt("charge: down", payment::down),
				doubt("charge: unknown", told(payment, CHARGE, 200, "{\"state\": \"UNKNOWN\"}")),
				doubt("charge: pending", told(payment, CHARGE, 200, "{\"state\": \"PENDING\"}")),
				doubt("charge: no JSON", told(payment, CHARGE, 200, "<html>")),
				doubt("charge: ended, says a liar", told(payment, CHARGE, 409, "{\"state\": \"REFUNDED\"}")),
				doubt("charge: slow",
						() -> payment.answersAfter(Duration.ofSeconds(4), CHARGE, 200, "{\"state\": \"CAPTURED\"}")));
	}

	private static Runnable told(StubPartner partner, String request, int status, String json) {
		return () -> partner.answers(request, status, json);
	}

	private static Arguments doubt(String name, Runnable trouble) {
		return argumentSet(name, trouble, Order.Reason.UNKNOWN);
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void anOrderThatCannotBeConfirmedIsCancelled(Runnable trouble, Order.Reason reason) {
		trouble.run();
		HttpResponse<String> response = post("/orders", SYNC_ORDER);
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		JsonNode problem = json(response);
		assertThat(problem.get("type").asString()).isEqualTo("/problems/order-cancelled");
		assertThat(problem.get("reason").asString()).isEqualTo(reason.name());
		assertThat(problem.get("instance").asString()).isEqualTo("/api/v1/orders");
		assertThat(problem.get("traceId").asString()).matches("[0-9a-f]{32}");
		assertThat(problem.get("order").asString()).startsWith("/api/v1/orders/");
		UUID id = UUID.fromString(problem.get("order").asString().substring("/api/v1/orders/".length()));
		assertThat(order(id).reason()).isEqualTo(reason);
		assertThat(published().orderEvents(id)).containsExactly(new OrderCancelled(id, reason));
	}

	@Test
	void aCaptureThatIsHeardConfirmsAnOrderThatIsStillBeingDriven() {
		payment.answersAfter(Duration.ofSeconds(2), CHARGE, 200, "{\"state\": \"UNKNOWN\"}");
		CompletableFuture<HttpResponse<String>> response = CompletableFuture
			.supplyAsync(() -> post("/orders", SYNC_ORDER));
		UUID id = whileDriven();
		hears(id, new Said.PaymentCaptured(id, 2500, "EUR"));
		assertThat(response.join().statusCode()).isEqualTo(201);
		assertThat(published().orderEvents(id)).containsExactly(new OrderConfirmed(id, 2500, "EUR"));
	}

	@Test
	void theDriverThatComesTooLateSaysHowTheOrderEnded() {
		payment.answersAfter(Duration.ofSeconds(2), CHARGE, 200, "{\"state\": \"CAPTURED\"}");
		CompletableFuture<HttpResponse<String>> response = CompletableFuture
			.supplyAsync(() -> post("/orders", SYNC_ORDER));
		UUID id = whileDriven();
		assertThat(post("/orders/" + id + "/cancel", "").statusCode()).isEqualTo(202);
		assertThat(json(response.join()).get("reason").asString()).isEqualTo("CUSTOMER");
		assertThat(published().orderEvents(id)).containsExactly(new OrderCancelled(id, Order.Reason.CUSTOMER));
	}

	private UUID whileDriven() {
		await().until(() -> !payment.requests().isEmpty());
		return UUID.fromString(payment.requests().getFirst().substring(CHARGE.length(), CHARGE.length() + 36));
	}

}
