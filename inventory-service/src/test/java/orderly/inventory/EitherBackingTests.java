package orderly.inventory;

import orderly.test.RealBacking;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole service on either backing, as {@code -Dorderly.test.backing} says. */
@RealBacking(database = "inventory", containers = true)
class EitherBackingTests extends Neighbours {

	@Test
	void aReservationTravelsThroughTheDatabaseAndTheBroker() {
		this.wire.say(PLACED, placed("TEA-006", 2));
		awaitAnswer(this.orderId, RESERVED, 1);
		assertThat(this.books.states(this.orderId)).containsExactly("HELD");
	}

}
