package orderly.lab.load;

import java.time.Duration;

import orderly.lab.client.Basket;
import orderly.lab.client.Gateway;
import orderly.lab.client.Http;
import orderly.lab.client.StubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerTests {

	private static final Basket BASKET = Basket.of("TEA-001", 1);

	private final StubServer stub = new StubServer();

	private final Customer once = new Customer(new Gateway(new Http(), this.stub.url()));

	private final Customer persistent = this.once.resending(3, Duration.ofMillis(1));

	@AfterEach
	void stop() {
		this.stub.close();
	}

	@Test
	void takesWhatComes() {
		this.stub.on("POST /api/v1/orders", 503, "{}").on("POST /api/v1/orders", 202, "{}");
		assertThat(this.once.order(BASKET).make().status()).isEqualTo(503);
	}

	@Test
	void sendsAgainWhatWasNotAnswered() {
		this.stub.on("POST /api/v1/orders", 503, "{}").on("POST /api/v1/orders", 202, "{}");
		assertThat(this.persistent.order(BASKET).make().status()).isEqualTo(202);
		assertThat(this.persistent.sent()).isEqualTo(2);
		assertThat(this.stub.keys()).isEmpty();
	}

	@Test
	void givesUpAtLast() {
		this.stub.on("GET /api/v1/stock/TEA-001", 500, "{}");
		assertThat(this.persistent.stock("TEA-001").make().status()).isEqualTo(500);
		assertThat(this.persistent.sent()).isEqualTo(3);
	}

	@Test
	void aRefusalIsAnAnswer() {
		this.stub.on("POST /api/v1/orders", 409, "{}");
		assertThat(this.persistent.order(BASKET).make().status()).isEqualTo(409);
		assertThat(this.persistent.sent()).isEqualTo(1);
	}

	@Test
	void eachKeyedOrderHasAKeyOfItsOwnForAllItsAttempts() {
		this.stub.on("POST /api/v1/orders", 503, "{}").on("POST /api/v1/orders", 202, "{}");
		Call order = this.persistent.keyedOrder(BASKET);
		order.make();
		order.make();
		assertThat(this.stub.keys()).hasSize(3);
		assertThat(this.stub.keys().get(0)).isEqualTo(this.stub.keys().get(1)).isNotEqualTo(this.stub.keys().get(2));
	}

}
