package orderly.balancing;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long an instance that failed is left alone. The idea is Envoy's outlier detection.
 *
 * @param passOver how long after a first failure, more than 0; doubled with each further
 * failure in a row
 * @param passOverAtMost where the doubling ends, not less than {@code passOver}
 */
@ConfigurationProperties("orderly.load-balancing")
record BalancingSettings(Duration passOver, Duration passOverAtMost) {

	Duration passOver(int failuresBefore) {
		Duration doubled = this.passOver.multipliedBy(1L << Math.min(failuresBefore, 20));
		return (doubled.compareTo(this.passOverAtMost) < 0) ? doubled : this.passOverAtMost;
	}

}
