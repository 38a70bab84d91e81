package orderly.order;

/**
 * A product in the price list.
 */
record Product(String sku, String name, long priceMinor, String currency) {

	Order.Line line(int quantity) {
		return new Order.Line(this.sku, this.name, quantity, this.priceMinor);
	}

}
