package orderly.inventory;

import java.util.UUID;

import orderly.messaging.EventType;

/**
 * Said: this order should have ended by now. A request, not a decision: order-service
 * decides, or says its decision again.
 */
@EventType(value = "inventory.reservation-expired.v1", topic = "inventory")
record ReservationExpired(UUID orderId) {
}
