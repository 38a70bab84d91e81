package orderly.order.inventory;

import java.util.List;

/**
 * What inventory knows of some items at this moment. It promises nothing.
 */
public sealed interface Availability {

	/**
	 * There is enough of everything.
	 */
	record Available() implements Availability {
	}

	/**
	 * There is too little of something.
	 *
	 * @param missing what, and how much there is
	 */
	record Short(List<Missing> missing) implements Availability {
	}

	/**
	 * Nobody knows: the call failed. That is not an empty shelf.
	 */
	record Unknown() implements Availability {
	}

}
