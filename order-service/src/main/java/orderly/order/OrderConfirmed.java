package orderly.order;

import java.util.UUID;

import orderly.messaging.EventType;

/**
 * An order is paid and its stock is sold.
 */
@EventType(value = "order.confirmed.v1", topic = "orders")
record OrderConfirmed(UUID orderId, long totalMinor, String currency) {
}
