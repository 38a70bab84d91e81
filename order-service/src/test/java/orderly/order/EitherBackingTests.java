package orderly.order;

import java.time.Duration;
import java.util.UUID;

import orderly.test.RealBacking;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole service on either backing, as {@code -Dorderly.test.backing} says. */
@RealBacking(database = "orders", containers = true)
class EitherBackingTests extends RunningService {

	@Test
	void anOrderTravelsThroughTheDatabaseAndTheBroker() {
		UUID id = placed();
		hears(id, new Said.StockReserved(id));
		hears(id, new Said.PaymentCaptured(id, 2500, "EUR"));
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(order(id).status()).isEqualTo(Order.Status.CONFIRMED));
	}

}
