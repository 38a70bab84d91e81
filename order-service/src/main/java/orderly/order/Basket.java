package orderly.order;

import java.util.List;

import orderly.order.inventory.Item;

/**
 * What a customer wants, at the prices of this moment.
 */
record Basket(List<Order.Line> lines, String currency, String paymentMethod, Checkout checkout) {

	long totalMinor() {
		return this.lines.stream().mapToLong(Order.Line::totalMinor).sum();
	}

	List<Item> items() {
		return Order.items(this.lines);
	}

}
