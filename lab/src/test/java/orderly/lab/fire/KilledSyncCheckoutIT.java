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
		system.processes().pause("payment-service");
		Order order = killInTheMiddle(system, Basket.of(SKU, 1), (id) -> true);
		system.processes().resume("payment-service");
		settle(system, audit, order);
	}

	@Test
	void nothingStaysCapturedWhenOrderServiceDiesAfterTheCharge(Running system) {
		Audit audit = Audit.begin(system);
		Order order = killInTheMiddle(system, Basket.of(SKU, 2).paidBy("card-timeout"), (id) -> audit.isCharged(id));
		settle(system, audit, order);
	}

	private static Order killInTheMiddle(Running system, Basket basket, Predicate<String> moment) {
		Order last = newest(system);
		Thread customer = Thread.startVirtualThread(() -> new OrderStream(system.gateway()).sendOne(basket.in("sync")));
		await().pollInterval(Duration.ofMillis(20)).until(() -> {
			Order newest = newest(system);
			return !newest.equals(last) && newest.checkout().equals("sync") && moment.test(newest.id());
		});
		Order order = newest(system);
		system.processes().kill("order-service");
		customer.interrupt();
		return order;
	}

	private static void settle(Running system, Audit audit, Order order) {
		system.processes().start("order-service");
		List<Order> ended = audit.ended(List.of(order.id()));
		assertThat(ended).allMatch((each) -> each.status().equals("CANCELLED"), "is cancelled");
		audit.balances(ended);
	}

	private static Order newest(Running system) {
		return system.gateway().orders(1).getFirst();
	}

}
