package orderly.inventory;

import java.util.List;
import java.util.UUID;

import orderly.messaging.EventType;

/**
 * Said: there is too little of something, nothing is held.
 */
@EventType(value = "inventory.stock-rejected.v1", topic = "inventory")
record StockRejected(UUID orderId, List<Missing> missing) {
}
