package orderly.order;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long things last in a checkout. All are more than 0.
 *
 * @param asyncDeadline how long an asynchronous order may wait for its end before it is
 * cancelled
 * @param syncDeadline how long a synchronous order, and so its customer, may wait
 * @param deadlineCheck the pause between two looks for orders whose deadline has passed
 * @param keepKeys how long an Idempotency-Key and its answer are kept
 * @param keyWait how long a duplicate waits for the request that came before it
 */
@ConfigurationProperties("orderly.order")
record CheckoutSettings(Duration asyncDeadline, Duration syncDeadline, Duration deadlineCheck, Duration keepKeys,
		Duration keyWait) {

	Duration deadline(Checkout checkout) {
		return switch (checkout) {
			case ASYNC -> this.asyncDeadline;
			case SYNC -> this.syncDeadline;
		};
	}

}
