package orderly.inventory;

/**
 * A line of an order, as it travels in events.
 *
 * @param sku the stock keeping unit
 * @param quantity how many pieces
 * @param unitPriceMinor the price of one, in minor units
 */
record Line(String sku, int quantity, long unitPriceMinor) {

	Item item() {
		return new Item(this.sku, this.quantity);
	}

}
