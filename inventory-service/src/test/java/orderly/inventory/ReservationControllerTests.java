package orderly.inventory;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.uuid.Generators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ReservationControllerTests extends WholeService {

	private static final String LINE = "{\"sku\":\"TEA-001\",\"quantity\":1}";

	private static final String DEADLINE = "\"2030-01-01T00:00:00Z\"";

	@Autowired
	private Warehouse warehouse;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private ReleaseStock releaseStock;

	@Autowired
	private SellStock sellStock;

	private final UUID orderId = Generators.timeBasedEpochGenerator().generate();

	@Test
	void holdsOnceHoweverOftenItIsAsked() {
		long before = this.books.stock("TEA-001").held();
		reserve(LINE).expectStatus().isOk().expectBody().json("{\"state\":\"HELD\"}");
		reserve(LINE).expectStatus().isOk().expectBody().json("{\"state\":\"HELD\"}");
		assertThat(this.books.stock("TEA-001").held() - before).isEqualTo(1);
	}

	@Test
	void refusesWhatIsNotThereAndKeepsSayingWhy() {
		String missing = """
				{"state":"REJECTED","type":"/problems/short","status":409,
				"missing":[{"sku":"TEA-999","requested":2,"available":0}]}""";
		String lines = LINE + ",{\"sku\":\"TEA-999\",\"quantity\":2}";
		reserve(lines).expectStatus().isEqualTo(409).expectBody().json(missing);
		reserve(lines).expectStatus().isEqualTo(409).expectBody().json(missing);
	}

	@Test
	void saysThatTheOrderIsOver() {
		this.releaseStock.release(this.orderId);
		reserve(LINE).expectStatus().isEqualTo(409).expectBody().jsonPath("$.state").isEqualTo("RELEASED");
	}

	@Test
	void saysThatTheOrderIsSold() {
		reserve(LINE);
		this.sellStock.sell(this.orderId);
		reserve(LINE).expectStatus().isEqualTo(409).expectBody().jsonPath("$.state").isEqualTo("SOLD");
	}

	@Test
	void holdsNothingForACallerWhoDidNotWaitForTheLock() {
		reserve(LINE).expectStatus().isOk();
		UUID late = Generators.timeBasedEpochGenerator().generate();
		CompletableFuture<HttpStatusCode> answer = new CompletableFuture<>();
		this.transaction.executeWithoutResult((_) -> {
			this.warehouse.lock(this.orderId);
			answer.completeAsync(() -> this.http.put()
				.uri("/reservations/" + late)
				.header("Request-Timeout", "1000")
				.contentType(MediaType.APPLICATION_JSON)
				.body(body(LINE))
				.exchange()
				.expectBody(String.class)
				.returnResult()
				.getStatus());
			await().atMost(30, SECONDS).until(() -> answer.isDone() || this.books.isWaitedFor());
			Instant over = Instant.now().plusMillis(1000);
			await().until(() -> answer.isDone() || Instant.now().isAfter(over));
		});
		assertThat(answer.join().value()).isEqualTo(504);
		assertThat(this.books.states(late)).isEmpty();
		reserve(LINE).expectStatus().isOk();
		this.books.assertBalanced();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{"lines":[{"sku":"TEA-001","quantity":-1}],"deadline":D}                                | 422 | lines[0].quantity
					{"lines":[{"sku":"TEA-001","quantity":0}],"deadline":D}                                 | 422 | lines[0].quantity
					{"lines":[{"sku":"TEA-001","quantity":101}],"deadline":D}                               | 422 | lines[0].quantity
					{"lines":[{"sku":"TEA-001"}],"deadline":D}                                              | 422 | lines[0].quantity
					{"lines":[{"sku":" ","quantity":1}],"deadline":D}                                       | 422 | lines[0].sku
					{"lines":[{"sku":"A","quantity":1},{"sku":"A","quantity":1}],"deadline":D}              | 422 | lines[1].sku
					{"lines":[],"deadline":D}                                                               | 422 | lines
					{"deadline":D}                                                                          | 422 | lines
					{"lines":[{"sku":"TEA-001","quantity":1}]}                                              | 422 | deadline
					{"lines":[{"sku":"TEA-001","quantity":9999999999}],"deadline":D}                        | 422 | lines[0].quantity
					{"lines":[{"sku":"TEA-001","quantity":"1"}],"deadline":D}                               | 400 | lines[0].quantity
					{"lines":[{"sku":"TEA-001","quantity":1.5}],"deadline":D}                               | 400 | lines[0].quantity
					{"lines":{"sku":"TEA-001"},"deadline":D}                                                | 400 | lines
					{"lines":[{"sku":"TEA-001","quantity":1}],"deadline":"soon"}                            | 422 | deadline
					{"lines":[{"sku":"TEA-001","quantity":1}],"deadline":"+999999999-12-31T23:59:59Z"}      | 422 | deadline
					{"lines":[{"sku":"TEA-001","quantity":1}],"deadline":"+294277-01-01T00:00:00Z"}         | 422 | deadline
					{"lines":[{"sku":"TEA-001","quantity":1}],"deadline":"-4714-01-01T00:00:00Z"}           | 422 | deadline
					{"lines":[{"sku":"TEA-001","quantity":1}],"deadline":"1999-12-31T23:59:59Z"}            | 422 | deadline
					{"lines":[{"sku":"TEA-001","quantity":1}],"deadline":"2100-01-01T00:00:01Z"}            | 422 | deadline
					{"lines":[{"sku":"A\\u0000B","quantity":1}],"deadline":D}                                | 422 | lines[0].sku
					{"lines":[{"sku":"TEA-001","quantity":1,"colour":"red"}],"deadline":D}                  | 400 | lines[0].colour
					""")
	void namesTheFieldThatIsWrong(String body, int status, String field) {
		ResponseSpec answer = put(body.replace("D}", DEADLINE + "}"));
		answer.expectStatus().isEqualTo(status).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
		answer.expectBody().jsonPath("$.errors[0].field").isEqualTo(field);
		assertThat(this.books.states(this.orderId)).isEmpty();
	}

	@Test
	void refusesAnIdThatIsNone() {
		ResponseSpec answer = put("/reservations/17", body(LINE));
		answer.expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].field").isEqualTo("orderId");
	}

	@Test
	void refusesWhatIsNotJson() {
		put("sku=TEA-001").expectStatus().isBadRequest();
		this.http.put()
			.uri("/reservations/" + this.orderId)
			.contentType(MediaType.TEXT_PLAIN)
			.body("TEA-001")
			.exchange()
			.expectStatus()
			.isEqualTo(415);
	}

	private ResponseSpec reserve(String lines) {
		return put(body(lines));
	}

	private static String body(String lines) {
		return "{\"lines\":[%s],\"deadline\":%s}".formatted(lines, DEADLINE);
	}

	private ResponseSpec put(String body) {
		return put("/reservations/" + this.orderId, body);
	}

}
