package orderly.inventory;

/**
 * A line of which there is too little.
 *
 * @param sku the stock keeping unit, perhaps one that nobody knows
 * @param requested how many pieces the order wants
 * @param available how many there were
 */
record Missing(String sku, int requested, long available) {
}
