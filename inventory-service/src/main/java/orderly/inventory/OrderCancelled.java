package orderly.inventory;

import java.util.UUID;

import orderly.messaging.EventType;

/**
 * Heard: what is held becomes available again.
 */
@EventType(value = "order.cancelled.v1", topic = "orders")
record OrderCancelled(UUID orderId, String reason) {
}
