package orderly.inventory;

import java.util.UUID;

import orderly.messaging.InvariantBrokenException;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes what is held for a cancelled order available again. An order that was never heard
 * of is marked as released, so that a late request to reserve finds that.
 */
@Component
class ReleaseStock {

	private final Reservations reservations;

	private final Warehouse warehouse;

	ReleaseStock(Reservations reservations, Warehouse warehouse) {
		this.reservations = reservations;
		this.warehouse = warehouse;
	}

	/** Returns whether pieces came free. */
	@Transactional
	boolean release(UUID orderId) {
		return !this.reservations.bury(orderId, ReservationState.RELEASED) && releaseIfHeld(orderId);
	}

	private boolean releaseIfHeld(UUID orderId) {
		return switch (this.reservations.lock(orderId)) {
			case HELD -> {
				this.warehouse.release(orderId);
				this.reservations.end(orderId, ReservationState.RELEASED);
				yield true;
			}
			case RELEASED, REJECTED -> false;
			case SOLD -> throw new InvariantBrokenException("Cancelled, but already sold: order " + orderId);
		};
	}

}
