package orderly.payment;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How payments without an answer are followed up.
 *
 * @param poll how often the table is looked at, greater than 0
 * @param patience how old a pending payment must be before somebody else asks; longer
 * than the provider's timeout
 * @param pause wait before a second try, doubled with each; longer than the provider's
 * timeout, so that nobody takes a payment which somebody still works on
 * @param longestPause where the doubling ends
 * @param batch payments worked on at once, 1 to 100
 */
@ConfigurationProperties("orderly.payment.reconciler")
record ReconcilerSettings(@DefaultValue("500ms") Duration poll, @DefaultValue("2s") Duration patience,
		@DefaultValue("2s") Duration pause, @DefaultValue("1m") Duration longestPause, @DefaultValue("8") int batch) {
}
