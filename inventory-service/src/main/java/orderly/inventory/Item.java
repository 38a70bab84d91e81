package orderly.inventory;

import java.util.List;
import java.util.function.Function;

import orderly.messaging.InvariantBrokenException;

/**
 * Some pieces of one sku.
 *
 * @param sku the stock keeping unit
 * @param quantity how many pieces, 1 or more
 */
record Item(String sku, int quantity) {

	Item {
		if (quantity < 1) {
			throw new InvariantBrokenException("%d pieces of %s".formatted(quantity, sku));
		}
	}

	/** Reads the lines of an order, which name each sku once. */
	static <L> List<Item> of(List<L> lines, Function<L, Item> item) {
		List<Item> items = lines.stream().map(item).toList();
		if (items.isEmpty() || items.stream().map(Item::sku).distinct().count() < items.size()) {
			throw new InvariantBrokenException("No lines, or a sku in two of them: " + items);
		}
		return items;
	}

}
