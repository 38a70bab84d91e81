package orderly.inventory;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When order-service is asked about stock that is held beyond its order's deadline.
 *
 * @param after how long after the deadline it is asked first; each later pause is twice
 * the one before
 * @param longestPause where the doubling ends
 * @param lookEvery how often each instance looks for such stock
 */
@Validated
@ConfigurationProperties("orderly.inventory.expiry")
record ExpirySettings(@DefaultValue("60s") @NotNull Duration after, @DefaultValue("1h") @NotNull Duration longestPause,
		@DefaultValue("5s") @NotNull Duration lookEvery) {
}
