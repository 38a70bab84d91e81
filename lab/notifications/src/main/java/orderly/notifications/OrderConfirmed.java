package orderly.notifications;

import java.util.UUID;

import orderly.messaging.EventType;

/**
 * The customer gets the goods, and a mail.
 */
@EventType(value = "order.confirmed.v1", topic = "orders")
record OrderConfirmed(UUID orderId, long totalMinor, String currency) {

	String mail() {
		return "Thank you for your order of %d.%02d %s".formatted(this.totalMinor / 100, this.totalMinor % 100,
				this.currency);
	}

}
