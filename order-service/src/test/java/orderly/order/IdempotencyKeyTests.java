package orderly.order;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import com.fasterxml.uuid.Generators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class IdempotencyKeyTests extends RunningService {

	private final String key = UUID.randomUUID().toString();

	@Autowired
	private IdempotencyKeys keys;

	@Autowired
	private Attempts attempts;

	@Autowired
	private Products products;

	@Test
	void twentyAtOnceGetTwentyEqualAnswersForOneOrder() {
		long before = orderCount();
		List<HttpResponse<String>> responses = twentyAtOnce(() -> place(ORDER));
		assertThat(responses).extracting(HttpResponse::statusCode).containsOnly(202);
		assertThat(responses).extracting(HttpResponse::body).containsOnly(responses.getFirst().body());
		assertThat(responses).extracting(IdempotencyKeyTests::location).containsOnly(location(responses.getFirst()));
		assertThat(orderCount()).isEqualTo(before + 1);
	}

	@Test
	void twentyAtOnceDriveOneSynchronousOrder() {
		payment.answersAfter(Duration.ofSeconds(1), "PUT /payments/", 200, "{\"state\": \"CAPTURED\"}");
		long before = orderCount();
		List<HttpResponse<String>> responses = twentyAtOnce(() -> place(SYNC_ORDER));
		assertThat(responses).extracting(HttpResponse::statusCode).contains(201).containsOnly(201, 409);
		assertThat(responses).filteredOn((response) -> response.statusCode() == 409)
			.allSatisfy(IdempotencyKeyTests::inProgress);
		assertThat(orderCount()).isEqualTo(before + 1);
		assertThat(payment.requests()).hasSize(1);
		HttpResponse<String> again = place(SYNC_ORDER);
		assertThat(again.statusCode()).isEqualTo(201);
		assertThat(responses).filteredOn((response) -> response.statusCode() == 201)
			.extracting(HttpResponse::body)
			.containsOnly(again.body());
	}

	@Test
	void theAnswerIsTheSameWhateverHappenedSince() {
		HttpResponse<String> first = place(ORDER);
		UUID id = UUID.fromString(json(first).get("id").asString());
		this.endOrder.confirm(id);
		inventory.answers("GET /stock", 200, "{\"items\": [{\"sku\": \"TEA-001\", \"available\": 0}]}");
		HttpResponse<String> again = place(ORDER.replace(" ", "").replace("}}", "},\"checkout\":\"async\"}"));
		assertThat(again.statusCode()).isEqualTo(202);
		assertThat(again.body()).isEqualTo(first.body());
		assertThat(again.headers().firstValue("X-Trace-Id")).isPresent()
			.isNotEqualTo(first.headers().firstValue("X-Trace-Id"));
	}

	@Test
	void aCancelledSynchronousOrderIsRememberedToo() {
		payment.answers("PUT /payments/", 200, "{\"state\": \"DECLINED\"}");
		HttpResponse<String> first = place(SYNC_ORDER);
		payment.answers("PUT /payments/", 200, "{\"state\": \"CAPTURED\"}");
		HttpResponse<String> again = place(SYNC_ORDER);
		assertThat(again.statusCode()).isEqualTo(409);
		assertThat(again.body()).isEqualTo(first.body());
		assertThat(again.headers().firstValue("Content-Type")).hasValue("application/problem+json");
	}

	@Test
	void anotherRequestUnderTheSameKeyIsRefused() {
		place(ORDER);
		HttpResponse<String> other = place(ORDER.replace("\"quantity\": 2", "\"quantity\": 3"));
		assertThat(other.statusCode()).isEqualTo(422);
		assertThat(json(other).at("/errors/0/field").asString()).isEqualTo("Idempotency-Key");
	}

	@Test
	void anotherVersionIsAnotherRequest() {
		HttpResponse<String> first = post("/orders", ORDER, "Idempotency-Key", this.key, "API-Version", "2");
		assertThat(place(ORDER).statusCode()).isEqualTo(422);
		this.endOrder.confirm(UUID.fromString(json(first).get("id").asString()));
		HttpResponse<String> again = post("/orders", ORDER, "Idempotency-Key", this.key, "API-Version", "2");
		assertThat(again.statusCode()).isEqualTo(202);
		assertThat(again.body()).isEqualTo(first.body()).contains("\"timeline\":[{\"event\":\"order.placed\"");
	}

	@Test
	void aRefusalThatMadeNoOrderIsNotRemembered() {
		inventory.answers("GET /stock", 200, "{\"items\": [{\"sku\": \"TEA-001\", \"available\": 0}]}");
		assertThat(place(ORDER).statusCode()).isEqualTo(409);
		inventory.answers("GET /stock", 200, "{\"items\": [{\"sku\": \"TEA-001\", \"available\": 9}]}");
		assertThat(place(ORDER).statusCode()).isEqualTo(202);
	}

	@Test
	void aDuplicateThatFindsTheShelfEmptyGetsTheOrderThatEmptiedIt() {
		inventory.answersAfter(Duration.ofMillis(650), "GET /stock", 200,
				"{\"items\": [{\"sku\": \"TEA-001\", \"available\": 0}]}");
		CompletableFuture<HttpResponse<String>> late = CompletableFuture.supplyAsync(() -> place(ORDER));
		await().until(() -> !inventory.requests().isEmpty());
		inventory.answers("GET /stock", 200, "{\"items\": [{\"sku\": \"TEA-001\", \"available\": 9}]}");
		HttpResponse<String> first = place(ORDER);
		assertThat(late.join().statusCode()).isEqualTo(202);
		assertThat(late.join().body()).isEqualTo(first.body());
	}

	@Test
	void whoWaitsTooLongForTheFirstIsToldToComeBack() {
		OrderRequest request = this.json.readValue(ORDER, OrderRequest.class);
		this.transaction.executeWithoutResult((status) -> {
			this.keys.claim(this.attempts.of(this.key, "1", request), UUID.randomUUID());
			inProgress(CompletableFuture.supplyAsync(() -> place(ORDER)).join());
			status.setRollbackOnly();
		});
		assertThat(place(ORDER).statusCode()).isEqualTo(202);
	}

	@Test
	void theAnswerOfAnOrderWhoseDriverDiedIsGivenByTheDeadline() {
		OrderRequest request = this.json.readValue(SYNC_ORDER, OrderRequest.class);
		Attempt attempt = this.attempts.of(this.key, "1", request);
		UUID id = Generators.timeBasedEpochGenerator().generate();
		this.transaction.executeWithoutResult((_) -> {
			this.keys.claim(attempt, id);
			this.orders.add(id, this.products.price(request), attempt);
		});
		inProgress(place(SYNC_ORDER));
		await().atMost(Duration.ofSeconds(30)).until(() -> order(id).isCancelled());
		HttpResponse<String> response = place(SYNC_ORDER);
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(json(response).get("reason").asString()).isEqualTo("DEADLINE");
		assertThat(json(response).get("order").asString()).isEqualTo("/api/v1/orders/" + id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "has space", "has\ttab" })
	void aKeyIsVisibleAscii(String key) {
		HttpResponse<String> response = post("/orders", ORDER, "Idempotency-Key", key);
		assertThat(response.statusCode()).isEqualTo(422);
		assertThat(json(response).at("/errors/0/field").asString()).isEqualTo("Idempotency-Key");
	}

	@Test
	void aKeyHasAtMost255Characters() {
		assertThat(post("/orders", ORDER, "Idempotency-Key", this.key + "x".repeat(219)).statusCode()).isEqualTo(202);
		assertThat(post("/orders", ORDER, "Idempotency-Key", this.key + "x".repeat(220)).statusCode()).isEqualTo(422);
	}

	@Test
	void anOldKeyIsForgotten() {
		HttpResponse<String> first = place(ORDER);
		this.jdbc.sql("update idempotency_keys set created_at = now() - interval '23 hours' where key = ?")
			.param(this.key)
			.update();
		this.keys.forgetOldOnes();
		assertThat(place(ORDER).body()).isEqualTo(first.body());
		this.jdbc.sql("update idempotency_keys set created_at = now() - interval '25 hours' where key = ?")
			.param(this.key)
			.update();
		this.keys.forgetOldOnes();
		assertThat(place(ORDER).body()).isNotEqualTo(first.body());
	}

	private HttpResponse<String> place(String body) {
		return post("/orders", body, "Idempotency-Key", this.key);
	}

	private static void inProgress(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(response.body()).contains("/problems/in-progress");
		assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
	}

	private static String location(HttpResponse<String> response) {
		return response.headers().firstValue("Location").orElseThrow();
	}

	private static <T> List<T> twentyAtOnce(Supplier<T> call) {
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<CompletableFuture<T>> results = IntStream.range(0, 20)
				.mapToObj((_) -> CompletableFuture.supplyAsync(() -> {
					awaitQuietly(start);
					return call.get();
				}, threads))
				.toList();
			start.countDown();
			return results.stream().map(CompletableFuture::join).toList();
		}
	}

	private static void awaitQuietly(CountDownLatch start) {
		try {
			start.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
