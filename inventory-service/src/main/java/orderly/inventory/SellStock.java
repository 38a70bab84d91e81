package orderly.inventory;

import java.util.UUID;

import orderly.messaging.InvariantBrokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sells what is held for an order that was confirmed.
 */
@Component
class SellStock {

	private static final Logger log = LoggerFactory.getLogger(SellStock.class);

	private final Reservations reservations;

	private final Warehouse warehouse;

	SellStock(Reservations reservations, Warehouse warehouse) {
		this.reservations = reservations;
		this.warehouse = warehouse;
	}

	@Transactional
	void sell(UUID orderId) {
		if (this.reservations.bury(orderId, ReservationState.SOLD)) {
			log.warn("Order {} was confirmed, and nothing was ever held for it", orderId);
		}
		else {
			sellIfHeld(orderId);
		}
	}

	private void sellIfHeld(UUID orderId) {
		switch (this.reservations.lock(orderId)) {
			case HELD -> {
				this.warehouse.sell(orderId);
				this.reservations.end(orderId, ReservationState.SOLD);
			}
			case SOLD -> {
				// heard again: nothing is left to do
			}
			case RELEASED, REJECTED ->
				throw new InvariantBrokenException("Confirmed, but nothing is held for it: order " + orderId);
		}
	}

}
