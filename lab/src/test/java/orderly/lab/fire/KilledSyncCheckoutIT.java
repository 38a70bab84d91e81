package orderly.lab.fire;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

import orderly.lab.client.Basket;
import orderly.lab.client.Order;
import orderly.lab.fire.SystemUnderFire.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A process that dies while its customer waits: doubt cancels, and whatever had happened
 * is undone.
 */
@ExtendWith(SystemUnderFire.class)
class KilledSyncCheckoutIT {

	// unique in this class, so that the order can be found although its customer never
	// got an answer
	private static final String SKU = "CUP-003";

	@Test
	void nothingStaysHeldWhenOrderServiceDiesWhileItWaitsForThePayment(Running system) {
		Audit audit = Audit.begin(system);
		int held = system.gateway().stock(SKU).held();
		Order order;
		system.driver().pause("payment-service");
		try {
			order = killInTheMiddle(system, Basket.of(SKU, 1), (_) -> system.gateway().stock(SKU).held() == held + 1);
		}
		finally {
			system.driver().resume("payment-service");
		}
		settle(system, audit, order);
	}

	@Test
	void nothingStaysCapturedWhenOrderServiceDiesAfterTheCharge(Running system) {
		Audit audit = Audit.begin(system);
		Order order = killInTheMiddle(system, Basket.of(SKU, 2).paidBy("card-timeout"), audit::isCharged);
		assertThat(audit.isCharged(order.id())).isTrue();
		settle(system, audit, order);
	}

	/** Kills order-service while the newest order is PLACED and the moment has come. */
	private static Order killInTheMiddle(Running system, Basket basket, Predicate<String> moment) {
		List<Order> before = system.gateway().orders(1);
		try (OrderStream customer = new OrderStream(system.gateway())) {
			customer.sendOne(basket.in("sync"));
			await().pollInterval(Duration.ofMillis(20))
				.until(() -> system.gateway().orders(1),
						(newest) -> !newest.equals(before) && moment.test(newest.getFirst().id()));
			Order order = system.gateway().orders(1).getFirst();
			system.driver().kill("order-service");
			assertThat(order.ended()).as("it was killed in the middle: %s", order).isFalse();
			return order;
		}
	}

	private static void settle(Running system, Audit audit, Order order) {
		system.driver().start("order-service");
		List<Order> ended = audit.ended(List.of(order.id()));
		assertThat(ended).allMatch((each) -> each.status().equals("CANCELLED"), "is cancelled");
		audit.balances(ended);
	}

}
