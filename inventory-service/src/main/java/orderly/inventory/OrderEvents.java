package orderly.inventory;

import java.util.Optional;

import orderly.messaging.EventPublisher;
import orderly.messaging.Message;
import orderly.messaging.Subscriptions;

import org.springframework.stereotype.Component;

/**
 * Hears what becomes of orders and answers. A new message about a known order is answered
 * again, from its state.
 */
@Component
class OrderEvents {

	private final ReserveStock reserveStock;

	private final SellStock sellStock;

	private final ReleaseStock releaseStock;

	private final EventPublisher events;

	OrderEvents(Subscriptions subscriptions, ReserveStock reserveStock, SellStock sellStock, ReleaseStock releaseStock,
			EventPublisher events) {
		this.reserveStock = reserveStock;
		this.sellStock = sellStock;
		this.releaseStock = releaseStock;
		this.events = events;
		// tag::subscriptions[]
		subscriptions.on(OrderPlaced.class, this::placed)
			.on(OrderConfirmed.class, this::confirmed)
			.on(OrderCancelled.class, this::cancelled);
		// end::subscriptions[]
	}

	// tag::handler[]
	private void placed(Message<OrderPlaced> message) {
		OrderPlaced order = message.event();
		Hold hold = this.reserveStock.reserve(order.orderId(), order.items(), order.deadline());
		answer(order, hold).ifPresent((answer) -> this.events.publish(order.orderId(), answer));
	}

	private static Optional<Record> answer(OrderPlaced order, Hold hold) {
		return switch (hold) {
			case Hold.Held() -> Optional.of(StockReserved.of(order));
			case Hold.Short(var missing) -> Optional.of(new StockRejected(order.orderId(), missing));
			case Hold.Ended _ -> Optional.empty(); // the order is over: nobody waits
		};
	}
	// end::handler[]

	private void confirmed(Message<OrderConfirmed> message) {
		this.sellStock.sell(message.event().orderId());
	}

	private void cancelled(Message<OrderCancelled> message) {
		OrderCancelled order = message.event();
		if (this.releaseStock.release(order.orderId())) {
			this.events.publish(order.orderId(), new StockReleased(order.orderId(), order.reason()));
		}
	}

}
