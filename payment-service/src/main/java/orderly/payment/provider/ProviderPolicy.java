package orderly.payment.provider;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How payment-service treats the payment provider.
 *
 * @param timeout longest wait for one answer, greater than 0; after it the payment is
 * unknown
 */
@ConfigurationProperties("orderly.payment.provider")
record ProviderPolicy(@DefaultValue("1s") Duration timeout) {
}
