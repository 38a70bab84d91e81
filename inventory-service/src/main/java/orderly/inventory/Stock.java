package orderly.inventory;

/**
 * The pieces of one sku.
 *
 * @param sku the stock keeping unit
 * @param available how many can be reserved
 * @param held how many are held for orders that have not ended
 * @param sold how many were sold
 */
record Stock(String sku, long available, long held, long sold) {

	static Stock none(String sku) {
		return new Stock(sku, 0, 0, 0);
	}

}
