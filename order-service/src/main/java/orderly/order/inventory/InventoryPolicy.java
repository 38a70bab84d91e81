package orderly.order.inventory;

import java.time.Duration;

import jakarta.validation.Valid;
import orderly.order.calls.BreakerSettings;
import orderly.order.calls.RetrySettings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How order-service treats inventory-service.
 *
 * @param availabilityTimeout longest wait for one answer about stock, more than 0; the
 * request's deadline may cut it shorter
 * @param holdTimeout longest wait for one answer to a reservation, more than 0; the
 * order's deadline and the request's may cut it shorter
 * @param retry how often and when a failed question, or reservation, is sent again
 * @param breaker when inventory-service is not called at all
 */
@ConfigurationProperties("orderly.order.inventory")
@Validated
record InventoryPolicy(Duration availabilityTimeout, Duration holdTimeout, @Valid RetrySettings retry,
		@Valid BreakerSettings breaker) {
}
