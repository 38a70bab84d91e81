package orderly.inventory;

/**
 * Where an order's reservation stands. {@link #HELD} alone can change.
 */
enum ReservationState {

	/** The pieces are set aside. */
	HELD,

	/** The order was confirmed. */
	SOLD,

	/** The order was cancelled; also where nothing had been held yet. */
	RELEASED,

	/** There was too little. */
	REJECTED

}
