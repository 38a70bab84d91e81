package orderly.order.payment;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How order-service treats payment-service.
 *
 * @param chargeTimeout longest wait for a payment, more than 0; the order's deadline may
 * cut it shorter
 */
@ConfigurationProperties("orderly.order.payment")
record PaymentPolicy(Duration chargeTimeout) {
}
