package orderly.order.inventory;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How order-service treats inventory-service.
 *
 * @param availabilityTimeout longest wait for a question about stock, more than 0
 * @param holdTimeout longest wait for a reservation, more than 0; the order's deadline
 * may cut it shorter
 */
@ConfigurationProperties("orderly.order.inventory")
record InventoryPolicy(Duration availabilityTimeout, Duration holdTimeout) {
}
