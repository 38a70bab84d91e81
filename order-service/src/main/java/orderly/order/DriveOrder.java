package orderly.order;

import orderly.order.inventory.Hold;
import orderly.order.inventory.Inventory;
import orderly.order.payment.Bill;
import orderly.order.payment.Charge;
import orderly.order.payment.Payment;

import org.springframework.stereotype.Component;

/**
 * Drives a synchronous order to its end while its customer waits. Doubt cancels it: there
 * is no time to wait for an answer. Should this process die meanwhile, the deadline ends
 * the order.
 */
@Component
class DriveOrder {

	private final Orders orders;

	private final Inventory inventory;

	private final Payment payment;

	private final EndOrder endOrder;

	DriveOrder(Orders orders, Inventory inventory, Payment payment, EndOrder endOrder) {
		this.orders = orders;
		this.inventory = inventory;
		this.payment = payment;
		this.endOrder = endOrder;
	}

	/**
	 * Ends an order, unless somebody else is quicker.
	 * @param order one that was just placed
	 * @return the same, ended
	 */
	Order drive(Order order) {
		switch (hold(order)) {
			case Hold.Held _ -> held(order);
			case Hold.Short _ -> cancel(order, "inventory.stock-rejected", Order.Reason.SHORT);
			// ended: somebody was quicker, and this cancel will change nothing
			case Hold.Ended _, Hold.Unknown _ -> this.endOrder.cancel(order.id(), Order.Reason.UNKNOWN);
		}
		return this.orders.find(order.id()).orElseThrow();
	}

	// tag::drive[]
	private void held(Order order) {
		this.orders.note(order.id(), "inventory.stock-reserved");
		switch (charge(order)) {
			case Charge.Captured _ -> confirm(order);
			case Charge.Declined _ -> cancel(order, "payment.declined", Order.Reason.DECLINED);
			case Charge.Ended _, Charge.Unknown _ -> this.endOrder.cancel(order.id(), Order.Reason.UNKNOWN);
		}
	}
	// end::drive[]

	private Hold hold(Order order) {
		return this.inventory.hold(order.id(), Order.items(order.lines()), order.deadline(),
				this.orders.timeLeft(order.id()));
	}

	private Charge charge(Order order) {
		return this.payment.charge(order.id(), new Bill(order.totalMinor(), order.currency(), order.paymentMethod()),
				this.orders.timeLeft(order.id()));
	}

	private void confirm(Order order) {
		this.orders.note(order.id(), "payment.captured");
		this.endOrder.confirm(order.id());
	}

	private void cancel(Order order, String event, Order.Reason reason) {
		this.orders.note(order.id(), event);
		this.endOrder.cancel(order.id(), reason);
	}

}
