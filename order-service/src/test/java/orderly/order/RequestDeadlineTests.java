package orderly.order;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The caller's patience, as {@code Request-Timeout}: it travels on, and what it does not
 * suffice for is not begun.
 */
class RequestDeadlineTests extends RunningService {

	private static final Duration SLOW = Duration.ofSeconds(4);

	@ParameterizedTest
	@ValueSource(strings = { "async", "sync" })
	void commitsNothingWhenTheTimeIsOver(String checkout) {
		inventory.answersAfter(SLOW, "GET /stock", 200, "{}");
		long before = orderCount();
		HttpResponse<String> response = post("/orders", SYNC_ORDER.replace("sync", checkout), "Request-Timeout", "500");
		assertThat(response.statusCode()).isEqualTo(504);
		assertThat(json(response).get("type").asString()).isEqualTo("/problems/timeout");
		assertThat(orderCount()).isEqualTo(before);
		assertThat(inventory.requests()).hasSizeLessThanOrEqualTo(1);
	}

	/** Three attempts would take three times 600 ms. */
	@Test
	void holdsForAllAttemptsTogether() {
		inventory.answersAfter(Duration.ofMillis(600), "GET /stock", 503, "{}");
		long before = orderCount();
		HttpResponse<String> response = post("/orders", ORDER, "Request-Timeout", "1000");
		assertThat(response.statusCode()).isEqualTo(504);
		assertThat(orderCount()).isEqualTo(before);
		assertThat(inventory.requests()).hasSizeBetween(1, 2);
		assertThat(timeouts(inventory)).allSatisfy((left) -> assertThat(left).isBetween(1, 800));
		assertThat(timeouts(inventory).stream().skip(1)).allSatisfy((left) -> assertThat(left).isBetween(1, 400));
	}

	@Test
	void doesNotHoldItAgainstTheKey() {
		String key = UUID.randomUUID().toString();
		inventory.answersAfter(SLOW, "GET /stock", 200, "{}");
		assertThat(post("/orders", ORDER, "Request-Timeout", "100", "Idempotency-Key", key).statusCode())
			.isEqualTo(504);
		assertThat(post("/orders", ORDER, "Idempotency-Key", key).statusCode()).isEqualTo(202);
	}

	@Test
	void tellsEachPartnerHowLongItIsWaitedFor() {
		assertThat(post("/orders", SYNC_ORDER, "Request-Timeout", "2400").statusCode()).isEqualTo(201);
		assertThat(timeouts(inventory)).satisfiesExactly((stock) -> assertThat(stock).isBetween(1, 800),
				(hold) -> assertThat(hold).isBetween(1, 1000));
		assertThat(timeouts(payment)).satisfiesExactly((charge) -> assertThat(charge).isBetween(1, 2399));
	}

	@Test
	void theDriverOfASynchronousOrderDoesNotOutlastTheRequest() {
		payment.answersAfter(SLOW, "PUT /payments/", 200, "{\"state\": \"CAPTURED\"}");
		HttpResponse<String> response = post("/orders", SYNC_ORDER, "Request-Timeout", "2400");
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(json(response).get("reason").asString()).isEqualTo("UNKNOWN");
		assertThat(timeouts(payment)).satisfiesExactly((charge) -> assertThat(charge).isLessThan(2400));
	}

	private static List<Integer> timeouts(StubPartner partner) {
		return partner.headers("Request-timeout").stream().map(Integer::valueOf).toList();
	}

}
