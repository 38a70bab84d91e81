package orderly.order.calls;

import java.util.function.Supplier;

import org.slf4j.LoggerFactory;

/**
 * Something that is done around a call. Policies nest, and read from the inside out:
 * {@code toValue(retry.of(breaker.of(call)), unknown)}.
 */
public interface CallPolicy {

	/** What a policy is that is switched off. */
	CallPolicy NONE = CallPolicy::unchanged;

	/**
	 * Puts this policy around a call.
	 * @param <T> what the call returns
	 * @param call the call; it can be made more than once
	 * @return a call that obeys the policy
	 */
	<T> Supplier<T> of(Supplier<T> call);

	/**
	 * Makes a call whose failure is a value as well. Every failure is caught: whatever
	 * went wrong, nobody knows.
	 * @param <T> what the call returns
	 * @param call the call, with its policies around it
	 * @param unknown what it means that it failed
	 * @return the answer, or that nobody knows
	 */
	static <T> T toValue(Supplier<? extends T> call, T unknown) {
		try {
			return call.get();
		}
		catch (RuntimeException ex) {
			LoggerFactory.getLogger(CallPolicy.class).warn("Nobody knows: {}", ex.toString());
			return unknown;
		}
	}

	private static <T> Supplier<T> unchanged(Supplier<T> call) {
		return call;
	}

}
