package orderly.order.inventory;

/**
 * So many pieces of a product.
 *
 * @param sku the product
 * @param quantity how many pieces
 */
public record Item(String sku, int quantity) {
}
