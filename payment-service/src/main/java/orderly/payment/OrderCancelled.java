package orderly.payment;

import java.util.UUID;

import orderly.messaging.EventType;

/**
 * The order is over without a sale: the customer keeps the money or gets it back.
 */
@EventType(value = "order.cancelled.v1", topic = "orders")
record OrderCancelled(UUID orderId, String reason) {
}
