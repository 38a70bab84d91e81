package orderly.order.calls;

/**
 * Where a partner's package gets its policies from. Each can be switched off and on while
 * the process runs.
 */
public interface CallPolicies {

	/**
	 * Calls that may be made again. Only for calls that can be repeated without a second
	 * effect.
	 * @param partner the name of the partner's service
	 * @param settings how often, and with which pauses
	 * @return the policy {@code retry}
	 */
	CallPolicy retry(String partner, RetrySettings settings);

	/**
	 * Calls that are not made while the partner is known to be out of order.
	 * @param partner the name of the partner's service, and of its one breaker
	 * @param settings when that is known, and how long it is believed
	 * @return the policy {@code circuit-breaker}
	 */
	CallPolicy breaker(String partner, BreakerSettings settings);

}
