package orderly.order.inventory;

import java.util.List;

/**
 * What came of asking inventory to hold an order's items.
 */
public sealed interface Hold {

	/**
	 * They are held for the order.
	 */
	record Held() implements Hold {
	}

	/**
	 * There was too little of something, and nothing is held.
	 *
	 * @param missing what, and how much there was
	 */
	record Short(List<Missing> missing) implements Hold {
	}

	/**
	 * Inventory has already heard of the order's end.
	 */
	record Ended() implements Hold {
	}

	/**
	 * Nobody knows: the call failed, and the items may be held or not.
	 */
	record Unknown() implements Hold {
	}

}
