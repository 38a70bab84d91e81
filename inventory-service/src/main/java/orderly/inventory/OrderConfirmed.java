package orderly.inventory;

import java.util.UUID;

import orderly.messaging.EventType;

/**
 * Heard: what is held becomes sold.
 */
@EventType(value = "order.confirmed.v1", topic = "orders")
record OrderConfirmed(UUID orderId) {
}
