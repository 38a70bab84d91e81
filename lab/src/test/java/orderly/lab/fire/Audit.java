package orderly.lab.fire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import orderly.lab.client.Answer;
import orderly.lab.client.Order;
import orderly.lab.client.Stock;
import orderly.lab.fire.SystemUnderFire.Running;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Remembers the books and compares them after the fire: pieces and money are conserved,
 * and all books tell the same story.
 */
class Audit {

	// a reservation or a refund may wait for a retry or a reconciler's next look
	private static final Duration SETTLED = Duration.ofSeconds(90);

	private final Running system;

	private final Map<String, Stock> before;

	private Audit(Running system) {
		this.system = system;
		this.before = stock();
	}

	static Audit begin(Running system) {
		return new Audit(system);
	}

	/** Waits until every order has ended and gives them back. */
	List<Order> ended(List<String> orderIds) {
		List<Order> orders = new ArrayList<>();
		for (String id : orderIds) {
			Order order = this.system.gateway().follow(id, Duration.ofSeconds(150));
			assertThat(order.ended()).as("order %s has ended: %s", id, order).isTrue();
			orders.add(order);
		}
		return orders;
	}

	/**
	 * Waits until the books of these orders, the only ones since the audit began, agree.
	 */
	void balances(List<Order> orders) {
		await().atMost(SETTLED).untilAsserted(() -> {
			assertThat(stock()).isEqualTo(expected(orders));
			assertThat(orders.stream().flatMap((order) -> moneyFaults(order).stream())).isEmpty();
		});
	}

	/** Whether the provider has taken money for this order. */
	boolean isCharged(String orderId) {
		return ledger(orderId).stream().anyMatch((entry) -> entry.startsWith("CHARGE"));
	}

	private Map<String, Stock> stock() {
		return this.system.gateway()
			.stock()
			.stream()
			.collect(Collectors.toMap(Stock::sku, (each) -> each, (a, b) -> a, TreeMap::new));
	}

	/**
	 * What was there, less what the confirmed orders bought; nothing held that was not
	 * held before.
	 */
	private Map<String, Stock> expected(List<Order> orders) {
		Map<String, Stock> after = new TreeMap<>(this.before);
		orders.stream()
			.filter(Order::confirmed)
			.flatMap((order) -> order.lines().stream())
			.forEach((line) -> after.computeIfPresent(line.sku(), (sku, now) -> new Stock(sku,
					now.available() - line.quantity(), now.held(), now.sold() + line.quantity())));
		return after;
	}

	/**
	 * A confirmed order is charged once, in full; any other one never, or charged once
	 * and refunded once.
	 */
	private List<String> moneyFaults(Order order) {
		List<String> ledger = ledger(order.id());
		String total = " " + order.totalMinor();
		List<String> faults = new ArrayList<>();
		boolean fine = order.confirmed() ? ledger.equals(List.of("CHARGE" + total))
				: !ledger.contains("CHARGE" + total) || ledger.equals(List.of("CHARGE" + total, "REFUND" + total));
		if (!fine) {
			faults.add(order.id() + " " + order.outcome() + " has the ledger " + ledger);
		}
		Answer payment = this.system.gateway().payment(order.id());
		String state = payment.body().path("state").asString("none");
		if (!statesOf(order, ledger).contains(state)) {
			faults.add(order.id() + " " + order.outcome() + " has the payment " + state + " and the ledger " + ledger);
		}
		return faults;
	}

	private static List<String> statesOf(Order order, List<String> ledger) {
		if (order.confirmed()) {
			return List.of("CAPTURED");
		}
		return ledger.stream().anyMatch((entry) -> entry.startsWith("CHARGE")) ? List.of("REFUNDED")
				: List.of("none", "CANCELLED", "DECLINED");
	}

	private List<String> ledger(String orderId) {
		JsonNode items = this.system.http()
			.get(this.system.url("payment-provider").resolve("/ledger?orderId=" + orderId))
			.body()
			.path("items");
		return items.valueStream()
			.map((item) -> item.path("kind").asString() + " " + item.path("amountMinor").asLong())
			.toList();
	}

}
