package orderly.lab.experiments.oneorder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import orderly.lab.client.Answer;
import orderly.lab.client.Order;
import orderly.lab.client.Stock;
import orderly.lab.experiments.Finding;
import orderly.lab.experiments.Lab;
import orderly.lab.experiments.Patience;
import tools.jackson.databind.JsonNode;

/**
 * Compares the four books: the orders, the stock, our payments, and the ledger of the
 * provider, which is not ours.
 */
class Books {

	// events settle in a second; the sale follows the confirmation, the release follows
	// the cancellation
	private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20), Duration.ofMillis(250));

	private final Lab lab;

	private final Shelf shelf;

	private final Patience patience;

	Books(Lab lab, Shelf shelf) {
		this(lab, shelf, PATIENCE);
	}

	Books(Lab lab, Shelf shelf, Patience patience) {
		this.lab = lab;
		this.shelf = shelf;
		this.patience = patience;
	}

	List<Finding> findings(List<Placed> orders) {
		Stock wanted = after(orders);
		Stock now = this.patience.until(this.shelf::now, wanted::equals);
		Stock empty = this.shelf.empty();
		List<String> faults = orders.stream()
			.filter(order -> !order.orderId().isEmpty())
			.flatMap(order -> faults(order).stream())
			.toList();
		return List.of(
				new Finding("stock: what was sold left the shelf, and nothing stays held", now.equals(wanted),
						now + ", expected " + wanted),
				new Finding("stock: the empty sku sold nothing", empty.available() == 0 && empty.held() == 0,
						empty.toString()),
				new Finding("money: each order, its payment and the provider's ledger agree", faults.isEmpty(),
						String.join("; ", faults)));
	}

	/**
	 * What the shelf must look like after these orders: the confirmed are sold, all else
	 * is as before.
	 */
	private Stock after(List<Placed> orders) {
		int sold = orders.stream()
			.filter(order -> order.placement().confirmed())
			.mapToInt(order -> OneOrder.QUANTITY)
			.sum();
		Stock before = this.shelf.before();
		return new Stock(before.sku(), before.available() - sold, before.held(), before.sold() + sold);
	}

	private List<String> faults(Placed placed) {
		return this.patience.until(() -> faultsNow(placed), List::isEmpty);
	}

	private List<String> faultsNow(Placed placed) {
		Order order = this.lab.gateway().order(placed.orderId());
		Answer payment = this.lab.gateway().payment(order.id());
		List<JsonNode> ledger = ledger(order.id());
		List<String> faults = new ArrayList<>();
		String state = payment.body().path("state").asString("none");
		if (!state.equals(order.confirmed() ? "CAPTURED" : "DECLINED")) {
			faults.add("order " + order.id() + " is " + order.outcome() + ", its payment " + state);
		}
		if (payment.body().path("amountMinor").asLong(-1) != order.totalMinor()) {
			faults.add("order " + order.id() + " costs " + order.totalMinor() + ", its payment says "
					+ payment.body().path("amountMinor"));
		}
		List<String> wanted = placed.kind().expected().ledger().map(kind -> kind + " " + order.totalMinor()).toList();
		List<String> found = ledger.stream().map(Books::entry).toList();
		if (!found.equals(wanted)) {
			faults.add("the ledger says " + found + " about order " + order.id() + " and not " + wanted);
		}
		return faults;
	}

	private List<JsonNode> ledger(String orderId) {
		Answer answer = this.lab.http()
			.get(this.lab.process().apply("payment-provider").resolve("/ledger?orderId=" + orderId));
		return answer.body().path("items").valueStream().toList();
	}

	private static String entry(JsonNode item) {
		return item.path("kind").asString() + " " + item.path("amountMinor").asLong();
	}

}
