package orderly.order;

import java.util.UUID;

import orderly.messaging.EventType;

/**
 * An order will not happen: whatever is held for it is released, whatever is paid for it
 * is refunded.
 */
@EventType(value = "order.cancelled.v1", topic = "orders")
record OrderCancelled(UUID orderId, Order.Reason reason) {
}
