package orderly.lab.fire;

import java.time.Duration;
import java.util.List;

import orderly.lab.client.Basket;
import orderly.lab.client.Order;
import orderly.lab.fire.SystemUnderFire.Running;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(SystemUnderFire.class)
class KilledServiceIT {

	private static final int ORDERS = 40;

	@ParameterizedTest
	@ValueSource(strings = { "order-service", "inventory-service", "payment-service" })
	void finishesEveryOrderAfterTheRestartOf(String service, Running system) {
		Audit audit = Audit.begin(system);
		try (OrderStream stream = new OrderStream(system.gateway())) {
			Basket basket = Basket.of("TEA-002", 1);
			stream.send(basket, ORDERS / 2, Duration.ofSeconds(3));
			system.driver().kill(service);
			stream.send(basket, ORDERS / 2, Duration.ofSeconds(3));
			system.driver().start(service);
			assertThat(stream.orderIds()).hasSize(ORDERS);
			List<Order> orders = audit.ended(stream.orderIds());
			// the outage is shorter than the deadline of 120 s, so none may be given up
			assertThat(orders).allMatch(Order::confirmed, "is confirmed");
			audit.balances(orders);
		}
	}

}
