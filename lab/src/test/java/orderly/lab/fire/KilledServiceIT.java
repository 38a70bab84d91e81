package orderly.lab.fire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import orderly.lab.client.Basket;
import orderly.lab.client.Order;
import orderly.lab.experiments.Fault;
import orderly.lab.fire.SystemUnderFire.Running;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(SystemUnderFire.class)
class KilledServiceIT {

	private static final int ORDERS = 40;

	// an order comes each 150 ms: whoever needs longer for a message has one in hand
	private static final Fault SLOW = Fault.NONE.withLatency(Duration.ofMillis(400)).withPath("messages");

	@ParameterizedTest
	@ValueSource(strings = { "order-service", "inventory-service", "payment-service" })
	void finishesEveryOrderAfterTheRestartOf(String service, Running system) {
		Audit audit = Audit.begin(system);
		try (OrderStream stream = new OrderStream(system.gateway())) {
			Basket basket = Basket.of("TEA-002", 1);
			system.driver().fault(service, SLOW);
			stream.send(basket, ORDERS / 2, Duration.ofSeconds(3));
			system.driver().kill(service);
			Instant killed = Instant.now();
			stream.send(basket, ORDERS / 2, Duration.ofSeconds(3));
			system.driver().start(service);
			assertThat(stream.orderIds()).hasSize(ORDERS);
			List<Order> orders = audit.ended(stream.orderIds());
			assertThat(orders).as("killed in mid-workflow").anyMatch((order) -> wasOpen(order, killed));
			// the outage is shorter than the deadline of 120 s, so none may be given up
			assertThat(orders).allMatch(Order::confirmed, "is confirmed");
			audit.balances(orders);
		}
	}

	private static boolean wasOpen(Order order, Instant moment) {
		return Instant.parse(order.placedAt()).isBefore(moment) && Instant.parse(order.updatedAt()).isAfter(moment);
	}

}
