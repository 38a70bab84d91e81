package orderly.order;

import org.jspecify.annotations.Nullable;

/**
 * A customer's attempt to place an order: all that tells it from another, and what its
 * answer needs to know of it, whoever gives that answer.
 *
 * @param customer who asks
 * @param key the Idempotency-Key, if the customer sent one
 * @param fingerprint what was asked: of two requests with one key, the later must ask for
 * the same
 * @param apiVersion the version in which it is answered
 * @param instance the edge URL of the request
 * @param traceparent the request's trace (W3C)
 */
record Attempt(String customer, @Nullable String key, String fingerprint, String apiVersion, String instance,
		@Nullable String traceparent) {

	@Nullable String traceId() {
		return traceIdOf(this.traceparent);
	}

	static @Nullable String traceIdOf(@Nullable String traceparent) {
		return (traceparent != null) ? traceparent.split("-")[1] : null;
	}

}
