package orderly.payment;

import orderly.test.RealBacking;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole service on either backing, as {@code -Dorderly.test.backing} says. */
@RealBacking(database = "payments", containers = true)
class EitherBackingTests extends PaymentServiceTest {

	@Test
	void aPaymentTravelsThroughTheDatabaseAndTheBroker() {
		this.neighbours.reserve(this.orderId, "card-ok");
		this.neighbours.awaitHeard(this.orderId, PaymentCaptured.class);
		this.books.awaitState(this.orderId, PaymentState.CAPTURED, "CHARGE");
		assertThat(this.neighbours.heardAbout(this.orderId)).hasSize(1);
	}

}
