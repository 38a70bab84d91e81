package orderly.order.inventory;

/**
 * A product of which there is too little.
 *
 * @param sku the product
 * @param requested how many pieces were asked for
 * @param available how many there were
 */
public record Missing(String sku, int requested, int available) {
}
