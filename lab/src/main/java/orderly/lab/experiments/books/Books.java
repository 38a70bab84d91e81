package orderly.lab.experiments.books;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import orderly.lab.client.Answer;
import orderly.lab.client.Order;
import orderly.lab.client.Stock;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Patience;

/**
 * Compares the four books: the orders, the stock, our payments, and the ledger of the
 * provider. They need not agree at once, but soon: eventual consistency (Vogels, CACM
 * 2009), with its patience said.
 */
public class Books {

	// the sale follows the confirmation and the refund the cancellation; a refund may
	// wait for the reconciler's next look
	private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60), Duration.ofMillis(250));

	private final Lab lab;

	private final Ledger ledger;

	private final Patience patience;

	public Books(Lab lab) {
		this(lab, PATIENCE);
	}

	Books(Lab lab, Patience patience) {
		this.lab = lab;
		this.ledger = new Ledger(lab);
		this.patience = patience;
	}

	/** These orders are the only ones for this shelf. */
	public Finding stock(Shelf shelf, List<Order> orders) {
		Stock wanted = shelf.after(orders);
		Stock now = this.patience.until(shelf::now, wanted::equals);
		return new Finding("stock of " + shelf.sku() + ": what was sold left, and nothing stays held",
				now.equals(wanted), now.equals(wanted) ? now.toString() : now + ", expected " + wanted);
	}

	/**
	 * A confirmed order is charged once, in full; any other one never, or charged once
	 * and refunded once.
	 */
	public Finding money(List<Order> orders) {
		List<String> faults = orders.stream().flatMap(order -> faults(order).stream()).toList();
		return new Finding("money: each order, its payment and the provider's ledger agree", faults.isEmpty(),
				faults.isEmpty() ? orders.size() + " orders" : String.join("; ", faults));
	}

	private List<String> faults(Order order) {
		return this.patience.until(() -> faultsNow(order), List::isEmpty);
	}

	private List<String> faultsNow(Order order) {
		List<String> entries = this.ledger.of(order.id());
		List<String> faults = new ArrayList<>();
		if (!allowed(order).contains(entries)) {
			faults.add("the ledger says " + entries + " about order " + order.id() + ", " + order.outcome() + ", "
					+ order.totalMinor());
		}
		Answer payment = this.lab.gateway().payment(order.id());
		String state = payment.body().path("state").asString("none");
		if (!statesAfter(entries).contains(state)) {
			faults.add("order " + order.id() + " is " + order.outcome() + ", its payment " + state);
		}
		if (entries.contains("CHARGE " + order.totalMinor())
				&& payment.body().path("amountMinor").asLong(-1) != order.totalMinor()) {
			faults.add("order " + order.id() + " costs " + order.totalMinor() + ", its payment says "
					+ payment.body().path("amountMinor"));
		}
		return faults;
	}

	/** What the ledger may say about an order. */
	private static List<List<String>> allowed(Order order) {
		String total = " " + order.totalMinor();
		List<String> charged = List.of("CHARGE" + total);
		List<String> refunded = List.of("CHARGE" + total, "REFUND" + total);
		List<String> declined = List.of("DECLINE" + total);
		return order.confirmed() ? List.of(charged) : "DECLINED".equals(order.reason()) ? List.of(declined)
				: List.of(List.of(), refunded, declined, List.of("VOID 0"));
	}

	/** Our own payment, as it must be where the ledger says this. */
	private static List<String> statesAfter(List<String> ledger) {
		String last = ledger.isEmpty() ? "" : ledger.getLast().replaceAll(" .*", "");
		return switch (last) {
			case "CHARGE" -> List.of("CAPTURED");
			case "REFUND" -> List.of("REFUNDED");
			case "DECLINE" -> List.of("DECLINED", "CANCELLED");
			default -> List.of("none", "CANCELLED");
		};
	}

}
