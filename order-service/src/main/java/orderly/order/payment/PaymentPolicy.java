package orderly.order.payment;

import java.time.Duration;

import jakarta.validation.Valid;
import orderly.order.calls.BreakerSettings;
import orderly.order.calls.RetrySettings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How order-service treats payment-service.
 *
 * @param chargeTimeout longest wait for one answer to a charge, more than 0; the order's
 * deadline and the request's may cut it shorter
 * @param retry how often and when a failed charge is sent again
 * @param breaker when payment-service is not called at all
 */
@ConfigurationProperties("orderly.order.payment")
@Validated
record PaymentPolicy(Duration chargeTimeout, @Valid RetrySettings retry, @Valid BreakerSettings breaker) {
}
