package orderly.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import orderly.provider.Merchant.Reply;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class PaymentProviderTests extends ProviderTest {

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

}
