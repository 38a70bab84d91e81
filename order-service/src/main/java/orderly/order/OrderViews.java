package orderly.order;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * Shows orders as the versions of the API have them. Every instance knows all of them,
 * whichever it serves: it may have to word the answer to a request that another one took.
 */
@Component
class OrderViews {

	private final Timelines timelines;

	OrderViews(Timelines timelines) {
		this.timelines = timelines;
	}

	Record in(String version, Order order) {
		return switch (version) {
			case OrderV1.VERSION -> OrderV1.of(order);
			case OrderV2.VERSION -> v2(order);
			default -> throw new IllegalArgumentException("There is no version " + version);
		};
	}

	OrderV2 v2(Order order) {
		return v2(List.of(order)).getFirst();
	}

	List<OrderV2> v2(List<Order> orders) {
		Map<UUID, List<Timelines.Entry>> timelines = this.timelines.of(orders.stream().map(Order::id).toList());
		return orders.stream()
			.map((order) -> OrderV2.of(order, timelines.getOrDefault(order.id(), List.of())))
			.toList();
	}

}
