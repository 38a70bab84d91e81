package orderly.inventory;

import java.util.List;

/**
 * What a request to hold stock for an order comes to, now and whenever it is asked again.
 */
sealed interface Hold {

	/** Every line is held. */
	record Held() implements Hold {
	}

	/** Too little is there; nothing is held, and the answer stays so. */
	record Short(List<Missing> missing) implements Hold {
	}

	/** The order has ended already, perhaps before this request arrived. */
	record Ended(ReservationState state) implements Hold {
	}

}
