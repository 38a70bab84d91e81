package orderly.lab.experiments.books;

import java.util.List;

import orderly.lab.client.Gateway;
import orderly.lab.client.Order;
import orderly.lab.client.Stock;
import orderly.lab.experiments.Lab;

/**
 * A sku that an experiment has for itself, with as many pieces as it wants; what was
 * there before is put back at the end.
 */
public class Shelf {

	// what a killed experiment left empty is put right
	private static final int USUAL = 40;

	private final Gateway gateway;

	private final Stock before;

	private Shelf(Gateway gateway, Stock before) {
		this.gateway = gateway;
		this.before = before;
	}

	/** Puts exactly so many pieces on the shelf. */
	public static Shelf with(Lab lab, String sku, int pieces) {
		int found = lab.gateway().stock(sku).available();
		lab.afterwards().accept(() -> lab.gateway().restock(sku, (found == 0) ? USUAL : found));
		return new Shelf(lab.gateway(), lab.gateway().restock(sku, pieces));
	}

	public String sku() {
		return this.before.sku();
	}

	/** What was there when the experiment began. */
	public Stock before() {
		return this.before;
	}

	public Stock now() {
		return this.gateway.stock(sku());
	}

	/**
	 * What must be there after these orders, the only ones for it: the confirmed are
	 * sold, all else is as before.
	 */
	public Stock after(List<Order> orders) {
		int sold = orders.stream()
			.filter(Order::confirmed)
			.flatMap(order -> order.lines().stream())
			.filter(line -> line.sku().equals(sku()))
			.mapToInt(Order.Line::quantity)
			.sum();
		return new Stock(sku(), this.before.available() - sold, this.before.held(), this.before.sold() + sold);
	}

}
