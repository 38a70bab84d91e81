package orderly.inventory;

import java.util.UUID;

import orderly.messaging.EventType;

/**
 * Said: what a cancelled order held is available again.
 */
@EventType(value = "inventory.stock-released.v1", topic = "inventory")
record StockReleased(UUID orderId, String reason) {
}
