package orderly.lab.fire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import orderly.lab.client.Basket;
import orderly.lab.client.Order;
import orderly.lab.experiments.Driver;
import orderly.lab.fire.SystemUnderFire.Running;
import orderly.lab.topics.Event;
import orderly.lab.topics.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(SystemUnderFire.class)
class PausedRelayIT {

	private static final Basket BASKET = Basket.of("COF-002", 1);

	/** Longer than a relay's lease (5 s): what it had to send goes to the other one. */
	private static final Duration PAUSE = Duration.ofSeconds(9);

	@Test
	void theOtherSendsWhatAPausedOneCommittedAndNothingOvertakes(Running system) {
		Driver driver = system.driver();
		Audit audit = Audit.begin(system);
		Instant began = Instant.now();
		driver.scale("order-service", 2);
		try (OrderStream stream = new OrderStream(system.gateway())) {
			stream.send(BASKET, 20, Duration.ofSeconds(2));
			driver.pause("order-service#2");
			stream.send(BASKET, 30, PAUSE);
			assertThat(audit.ended(stream.orderIds())).as("while it is paused")
				.hasSize(50)
				.allMatch(Order::confirmed, "is confirmed");
			driver.resume("order-service#2");
			stream.send(BASKET, 20, Duration.ofSeconds(2));
			List<Order> orders = audit.ended(stream.orderIds());
			assertThat(orders).hasSize(70).allMatch(Order::confirmed, "is confirmed");
			audit.balances(orders);
			Map<String, List<Event>> said = said(system, began);
			assertThat(orders).allSatisfy((order) -> assertThat(said.get(order.id())).extracting(Event::type)
				.containsExactly("order.placed.v1", "order.confirmed.v1"));
		}
		finally {
			driver.scale("order-service", 1);
		}
	}

	/** By order, what order-service said of it; what it said again left out. */
	private static Map<String, List<Event>> said(Running system, Instant since) {
		Map<String, List<Event>> said = new LinkedHashMap<>();
		new Topics(system.url("kafka").getAuthority()).since(since)
			.stream()
			.filter((event) -> event.topic().equals("orders"))
			.forEach((event) -> add(event, said.computeIfAbsent(event.key(), (_) -> new ArrayList<>())));
		return said;
	}

	private static void add(Event event, List<Event> known) {
		if (known.stream().noneMatch(event::repeats)) {
			known.add(event);
		}
	}

}
