package orderly.lab.fire;

import java.time.Duration;
import java.util.List;

import orderly.lab.client.Answer;
import orderly.lab.client.Basket;
import orderly.lab.client.Order;
import orderly.lab.fire.SystemUnderFire.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(SystemUnderFire.class)
class OversellIT {

	private static final String SKU = "POT-002";

	@Test
	void sellsExactlyFiftyPiecesToTwoHundredCustomersAtOnce(Running system) {
		system.gateway().restock(SKU, 50);
		Audit audit = Audit.begin(system);
		try (OrderStream stream = new OrderStream(system.gateway())) {
			stream.send(Basket.of(SKU, 1), 200, Duration.ZERO);
			assertThat(stream.answers()).allMatch((answer) -> answer.ok() || "short".equals(answer.problem()));
			List<Order> orders = audit.ended(stream.orderIds());
			assertThat(orders.stream().filter(Order::confirmed)).hasSize(50);
			assertThat(orders.stream().filter((order) -> !order.confirmed()))
				.allMatch((order) -> "SHORT".equals(order.reason()));
			audit.balances(orders);
			assertThat(system.gateway().stock(SKU).available()).isZero();
		}
	}

}
