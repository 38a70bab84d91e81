package orderly.order;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class AsyncCheckoutTests extends RunningService {

	@Test
	void answersAtOnceAndTellsTheOthers() {
		HttpResponse<String> response = post("/orders", ORDER);
		assertThat(response.statusCode()).isEqualTo(202);
		JsonNode order = json(response);
		UUID id = UUID.fromString(order.get("id").asString());
		assertThat(response.headers().firstValue("Location")).hasValue("/api/v1/orders/" + id);
		assertThat(order.toString()).isEqualTo(json(get("/orders/" + id)).toString());
		assertThat(order.get("status").asString()).isEqualTo("PLACED");
		assertThat(order.get("totalMinor").asLong()).isEqualTo(2500);
		assertThat(published().orderEvents(id)).containsExactly(OrderPlaced.of(order(id)));
	}

	@Test
	void aPaidOrderIsConfirmed() {
		UUID id = placed();
		hears(id, new Said.StockReserved(id));
		hears(id, new Said.PaymentCaptured(id, 2500, "EUR"));
		awaitEnd(id, Order.Status.CONFIRMED, null);
		assertThat(published().orderEvents(id)).last().isEqualTo(new OrderConfirmed(id, 2500, "EUR"));
		await().untilAsserted(() -> assertThat(timeline(id)).contains("order.placed", "inventory.stock-reserved",
				"payment.captured", "order.confirmed"));
	}

	@Test
	void anOrderThatInventoryRejectsIsCancelled() {
		UUID id = placed();
		hears(id, new Said.StockRejected(id, List.of()));
		awaitEnd(id, Order.Status.CANCELLED, Order.Reason.SHORT);
		assertThat(published().orderEvents(id)).last().isEqualTo(new OrderCancelled(id, Order.Reason.SHORT));
	}

	@Test
	void anOrderWhosePaymentIsDeclinedIsCancelled() {
		UUID id = placed();
		hears(id, new Said.StockReserved(id));
		hears(id, new Said.PaymentDeclined(id, "no funds"));
		awaitEnd(id, Order.Status.CANCELLED, Order.Reason.DECLINED);
		assertThat(published().orderEvents(id)).last().isEqualTo(new OrderCancelled(id, Order.Reason.DECLINED));
	}

	@Test
	void whatHappensAfterTheEndIsInTheTimeline() {
		UUID id = placed();
		this.endOrder.cancel(id, Order.Reason.CUSTOMER);
		hears(id, new Said.StockReleased(id, "CUSTOMER"));
		hears(id, new Said.PaymentRefunded(id, UUID.randomUUID(), 2500));
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(timeline(id)).contains("order.cancelled", "inventory.stock-released",
					"payment.refunded"));
	}

	@Test
	void tooLittleStockIsRefusedUpFrontAndMakesNoOrder() {
		inventory.answers("GET /stock", 200, "{\"items\": [{\"sku\": \"TEA-001\", \"available\": 1}]}");
		long before = orderCount();
		HttpResponse<String> response = post("/orders", ORDER);
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(json(response).get("type").asString()).isEqualTo("/problems/short");
		assertThat(json(response).get("missing").toString())
			.isEqualTo("[{\"sku\":\"TEA-001\",\"requested\":2,\"available\":1}]");
		assertThat(orderCount()).isEqualTo(before);
	}

	private void awaitEnd(UUID id, Order.Status status, Order.@Nullable Reason reason) {
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			assertThat(order(id).status()).isEqualTo(status);
			assertThat(order(id).reason()).isEqualTo(reason);
		});
	}

}
