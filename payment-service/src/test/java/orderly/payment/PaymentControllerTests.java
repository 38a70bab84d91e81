package orderly.payment;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PaymentControllerTests extends PaymentServiceTest {

	@LocalServerPort
	private int port;

	@Autowired
	private Payments payments;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private RestTestClient http;

	@BeforeEach
	void connect() {
		this.http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port).build();
	}

	@ParameterizedTest
	@CsvSource({ "card-ok, CAPTURED, CHARGE", "card-declined, DECLINED, DECLINE" })
	void takesAPaymentOnceAndSaysNothing(String method, String state, String ledger) {
		for (int i = 0; i < 3; i++) {
			put(demand(1250, method)).expectStatus().isOk().expectBody().jsonPath("$.state").isEqualTo(state);
		}
		this.books.awaitState(this.orderId, PaymentState.valueOf(state), ledger);
		this.neighbours.awaitHeard(this.orderId);
	}

	@Test
	void answersUnknownWhenNobodyKnowsAndFindsOutLater() {
		put(demand(1250, "card-lost")).expectStatus().isOk().expectBody().jsonPath("$.state").isEqualTo("UNKNOWN");
		this.books.awaitState(this.orderId, PaymentState.CAPTURED, "CHARGE");
		this.neighbours.awaitHeard(this.orderId, PaymentCaptured.class);
	}

	@Test
	void answersUnknownWhileSomebodyElseAsks() throws Exception {
		Gate.Pause pause = this.gate.beforeCharge(this.orderId);
		this.neighbours.reserve(this.orderId, "card-ok");
		pause.awaitReached();
		put(demand(1250, "card-ok")).expectStatus().isOk().expectBody().jsonPath("$.state").isEqualTo("UNKNOWN");
		pause.resume();
		this.books.awaitState(this.orderId, PaymentState.CAPTURED, "CHARGE");
	}

	/** Another one has added the payment, is not done, and takes it back at last. */
	@Test
	void asksForNoMoneyForACallerWhoDidNotWait() {
		put(demand(1250, "card-ok")).expectStatus().isOk();
		UUID late = UUID.randomUUID();
		CompletableFuture<HttpStatusCode> answer = new CompletableFuture<>();
		this.transaction.executeWithoutResult((status) -> {
			this.payments.add(Payment.intended(late, new Demand(1250, "EUR", "card-ok"), null));
			status.setRollbackOnly();
			answer.completeAsync(() -> request(late, demand(1250, "card-ok")).header("Request-Timeout", "1000")
				.exchange()
				.expectBody(String.class)
				.returnResult()
				.getStatus());
			await().atMost(30, SECONDS).until(() -> answer.isDone() || isWaitedFor());
			Instant over = Instant.now().plusMillis(1000);
			await().until(() -> answer.isDone() || Instant.now().isAfter(over));
		});
		assertThat(answer.join().value()).isEqualTo(504);
		assertThat(this.payments.find(late)).isEmpty();
		assertThat(this.gate.tracesOfCharges(late)).isEmpty();
	}

	private boolean isWaitedFor() {
		return this.jdbc.sql("""
				select exists (select 1 from pg_locks l join pg_stat_activity a using (pid)
				where not l.granted and a.datname = current_database())""").query(Boolean.class).single();
	}

	@Test
	void refusesALatePutAfterTheCancel() {
		this.neighbours.cancel(this.orderId);
		this.books.awaitState(this.orderId, PaymentState.CANCELLED);
		put(demand(1250, "card-ok")).expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.state")
			.isEqualTo("CANCELLED");
		this.books.awaitState(this.orderId, PaymentState.CANCELLED);
	}

	@Test
	void refusesAPutAfterTheRefund() {
		put(demand(1250, "card-ok")).expectStatus().isOk();
		this.neighbours.cancel(this.orderId);
		this.books.awaitState(this.orderId, PaymentState.REFUNDED, "CHARGE", "REFUND");
		put(demand(1250, "card-ok")).expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.state")
			.isEqualTo("REFUNDED");
	}

	@Test
	void refusesAnotherAmountForAKnownOrder() {
		put(demand(1250, "card-ok")).expectStatus().isOk();
		put(demand(1251, "card-ok")).expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.errors[0].field")
			.isEqualTo("amountMinor");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			`{"amountMinor":"1250","currency":"EUR","method":"card-ok"}`, 400, amountMinor
			`{"amountMinor":1250,"currency":"EUR","method":"card-ok","tip":1}`, 400, tip
			`{"currency":"EUR","method":"card-ok"}`, 422, amountMinor
			`{"amountMinor":0,"currency":"EUR","method":"card-ok"}`, 422, amountMinor
			`{"amountMinor":1250,"currency":"euro","method":"card-ok"}`, 422, currency
			`{"amountMinor":1250,"currency":"EUR","method":" "}`, 422, method
			""")
	void namesTheFieldThatIsWrong(String body, int status, String field) {
		put(body).expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.errors[0].field")
			.isEqualTo(field);
	}

	@Test
	void findsAPayment() {
		put(demand(1250, "card-declined")).expectStatus().isOk();
		get(this.orderId.toString()).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.orderId")
			.isEqualTo(this.orderId.toString())
			.jsonPath("$.paymentId")
			.exists()
			.jsonPath("$.state")
			.isEqualTo("DECLINED")
			.jsonPath("$.amountMinor")
			.isEqualTo(1250)
			.jsonPath("$.currency")
			.isEqualTo("EUR")
			.jsonPath("$.reason")
			.isEqualTo("DECLINED");
	}

	@Test
	void saysWhatItDoesNotKnow() {
		get(this.orderId.toString()).expectStatus().isNotFound();
		get("17").expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].field").isEqualTo("orderId");
	}

	private RestTestClient.ResponseSpec put(String body) {
		return request(this.orderId, body).exchange();
	}

	private RestTestClient.RequestHeadersSpec<?> request(UUID orderId, String body) {
		return this.http.put().uri("/payments/" + orderId).contentType(MediaType.APPLICATION_JSON).body(body);
	}

	private RestTestClient.ResponseSpec get(String orderId) {
		return this.http.get().uri("/payments/" + orderId).exchange();
	}

	private static String demand(long amountMinor, String method) {
		return "{\"amountMinor\":%d,\"currency\":\"EUR\",\"method\":\"%s\"}".formatted(amountMinor, method);
	}

}
