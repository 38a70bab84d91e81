package orderly.lab.fire;

import java.time.Duration;
import java.util.List;

import orderly.lab.client.Basket;
import orderly.lab.client.Order;
import orderly.lab.fire.SystemUnderFire.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(SystemUnderFire.class)
class BackingOutageIT {

	private static final Basket BASKET = Basket.of("COF-001", 1);

	@Test
	void losesNothingWhileTheBrokerIsDownForTwentySeconds(Running system) {
		Audit audit = Audit.begin(system);
		try (OrderStream stream = new OrderStream(system.gateway())) {
			stream.send(BASKET, 10, Duration.ofSeconds(2));
			system.driver().kill("kafka");
			stream.send(BASKET, 40, Duration.ofSeconds(20));
			system.driver().start("kafka");
			stream.send(BASKET, 10, Duration.ofSeconds(2));
			assertAllConfirmed(system, audit, stream, 60);
		}
	}

	@Test
	void losesNothingWhenPostgresRestartsUnderLoad(Running system) {
		Audit audit = Audit.begin(system);
		try (OrderStream stream = new OrderStream(system.gateway())) {
			stream.send(BASKET, 20, Duration.ofSeconds(2));
			system.driver().stop("postgres");
			stream.send(BASKET, 20, Duration.ofSeconds(4));
			system.driver().start("postgres");
			stream.send(BASKET, 10, Duration.ofSeconds(2));
			assertAllConfirmed(system, audit, stream, 50);
		}
	}

	private static void assertAllConfirmed(Running system, Audit audit, OrderStream stream, int count) {
		assertThat(stream.orderIds()).hasSize(count);
		List<Order> orders = audit.ended(stream.orderIds());
		assertThat(orders).allMatch(Order::confirmed, "is confirmed");
		audit.balances(orders);
		DeadLetters.assertNone(system);
	}

}
