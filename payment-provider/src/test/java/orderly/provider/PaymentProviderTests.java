package orderly.provider;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import orderly.provider.Merchant.Reply;
import orderly.test.Backing;
import orderly.test.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class PaymentProviderTests {

	private static PaymentProvider provider;

	private static Merchant merchant;

	private final UUID orderId = UUID.randomUUID();

	@BeforeAll
	static void start() throws IOException {
		Database database = Backing.freshDatabase("provider");
		provider = PaymentProvider.start(Map.of("SERVER_PORT", "0", "SPRING_DATASOURCE_URL", database.url(),
				"SPRING_DATASOURCE_USERNAME", database.user(), "SPRING_DATASOURCE_PASSWORD", database.password()));
		merchant = new Merchant(provider.url());
	}

	@AfterAll
	static void stop() {
		provider.close();
	}

	@Test
	void isHealthy() throws Exception {
		assertThat(merchant.get("/health").status()).isEqualTo(200);
		assertThat(merchant.get("/health/liveness").status()).isEqualTo(200);
	}

	@Test
	void capturesOnceHoweverOftenItIsAsked() throws Exception {
		Reply first = merchant.charge(this.orderId, "card-ok");
		assertThat(first.state()).isEqualTo("CAPTURED");
		assertThat(merchant.charge(this.orderId, "card-ok")).isEqualTo(first);
		assertThat(merchant.get("/charges/" + this.orderId)).isEqualTo(first);
		assertThat(merchant.ledger(this.orderId)).containsExactly("CHARGE 1250");
	}

	@Test
	void declines() throws Exception {
		assertThat(merchant.charge(this.orderId, "card-declined").state()).isEqualTo("DECLINED");
		assertThat(merchant.cancel(this.orderId).state()).isEqualTo("DECLINED");
		assertThat(merchant.ledger(this.orderId)).containsExactly("DECLINE 1250");
	}

	@Test
	void answersLateButOnlyTheFirstTimeWithCardTimeout() throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Instant start = Instant.now();
			Future<Reply> late = threads.submit(() -> merchant.charge(this.orderId, "card-timeout"));
			while (merchant.get("/charges/" + this.orderId).status() == 404) {
				Thread.onSpinWait();
			}
			assertThat(merchant.charge(this.orderId, "card-timeout").state()).isEqualTo("CAPTURED");
			assertThat(late.isDone()).isFalse();
			assertThat(late.get().state()).isEqualTo("CAPTURED");
			assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Card.LATE);
		}
	}

	@Test
	void hangsUpButOnlyTheFirstTimeWithCardLost() throws Exception {
		assertThatIOException().isThrownBy(() -> merchant.charge(this.orderId, "card-lost"));
		assertThat(merchant.ledger(this.orderId)).containsExactly("CHARGE 1250");
		assertThat(merchant.charge(this.orderId, "card-lost").state()).isEqualTo("CAPTURED");
	}

	@Test
	void refusesAChargeThatWasVoidedBefore() throws Exception {
		assertThat(merchant.cancel(this.orderId).state()).isEqualTo("VOIDED");
		assertThat(merchant.charge(this.orderId, "card-lost").status()).isEqualTo(409);
		assertThat(merchant.get("/charges/" + this.orderId).status()).isEqualTo(409);
		assertThat(merchant.ledger(this.orderId)).containsExactly("VOID 0");
	}

	@Test
	void reportsTheChargeThatCameBeforeTheVoid() throws Exception {
		merchant.charge(this.orderId, "card-ok");
		assertThat(merchant.cancel(this.orderId).state()).isEqualTo("CAPTURED");
		assertThat(merchant.ledger(this.orderId)).containsExactly("CHARGE 1250");
	}

	@Test
	void refundsOncePerRefundIdAndNeverMoreThanWasCaptured() throws Exception {
		UUID refundId = UUID.randomUUID();
		assertThat(merchant.refund(refundId, this.orderId, 1250).status()).isEqualTo(409);
		merchant.charge(this.orderId, "card-ok");
		assertThat(merchant.refund(refundId, this.orderId, 1000).state()).isEqualTo("REFUNDED");
		assertThat(merchant.refund(refundId, this.orderId, 1000).state()).isEqualTo("REFUNDED");
		assertThat(merchant.refund(refundId, this.orderId, 999).status()).isEqualTo(422);
		assertThat(merchant.refund(UUID.randomUUID(), this.orderId, 251).status()).isEqualTo(409);
		assertThat(merchant.ledger(this.orderId)).containsExactly("CHARGE 1250", "REFUND 1000");
	}

	@Test
	void serializesTheRequestsOfAnOrder() throws Exception {
		UUID refundId = UUID.randomUUID();
		List<Callable<Reply>> calls = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			calls.add(() -> merchant.charge(this.orderId, "card-ok"));
			calls.add(() -> merchant.cancel(this.orderId));
			calls.add(() -> merchant.refund(refundId, this.orderId, 1250));
		}
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Reply> reply : threads.invokeAll(calls)) {
				assertThat(reply.get().status()).isIn(200, 409);
			}
		}
		assertThat(merchant.ledger(this.orderId)).isIn(List.of("VOID 0"), List.of("CHARGE 1250"),
				List.of("CHARGE 1250", "REFUND 1250"));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			`x`, 400, ``
			`null`, 400, ``
			`{"amountMinor":"1250","currency":"EUR","method":"card-ok"}`, 400, amountMinor
			`{"amountMinor":12.5,"currency":"EUR","method":"card-ok"}`, 400, amountMinor
			`{"amountMinor":1250,"currency":"EUR","method":"card-ok","tip":1}`, 400, tip
			`{"currency":"EUR","method":"card-ok"}`, 422, amountMinor
			`{"amountMinor":-1,"currency":"EUR","method":"card-ok"}`, 422, amountMinor
			`{"amountMinor":1250,"currency":"USD","method":"card-ok"}`, 422, currency
			`{"amountMinor":1250,"currency":"EUR","method":"card-gold"}`, 422, method
			""")
	void namesTheFieldThatIsWrong(String body, int status, String field) throws Exception {
		Reply reply = merchant.put("/charges/" + this.orderId, body);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.field()).isEqualTo(field);
		assertThat(merchant.ledger(this.orderId)).isEmpty();
	}

	@Test
	void refusesAnotherAmountForAKnownOrder() throws Exception {
		merchant.charge(this.orderId, "card-ok");
		Reply reply = merchant.put("/charges/" + this.orderId,
				"{\"amountMinor\":1,\"currency\":\"EUR\",\"method\":\"card-ok\"}");
		assertThat(reply.status()).isEqualTo(422);
		assertThat(reply.field()).isEqualTo("amountMinor");
	}

	@Test
	void refusesWhatItDoesNotSpeak() throws Exception {
		assertThat(merchant.get("/charges/17").field()).isEqualTo("orderId");
		assertThat(merchant.get("/charges/" + this.orderId).status()).isEqualTo(404);
		assertThat(merchant.get("/ledger").field()).isEqualTo("orderId");
		assertThat(merchant.get("/nothing").status()).isEqualTo(404);
		assertThat(merchant.send("POST", "/charges/" + this.orderId, "application/json", "{}").status()).isEqualTo(405);
		assertThat(merchant.send("PUT", "/charges/" + this.orderId, "text/plain", "{}").status()).isEqualTo(415);
		assertThat(merchant.put("/charges/" + this.orderId, " ".repeat(20_000)).status()).isEqualTo(413);
	}

}
