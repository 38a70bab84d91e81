package orderly.chassis;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How long an outbound call may wait for its answer, body included. It travels by
 * {@link ScopedValue}, because the time differs from call to call and a client's own
 * timeout does not.
 */
public final class CallTimeout {

	static final ScopedValue<Duration> LIMIT = ScopedValue.newInstance();

	private CallTimeout() {
	}

	/**
	 * Makes one call that waits at most this long.
	 * @param <T> what it returns
	 * @param <X> what it throws
	 * @param limit the longest wait, from the call's start to the end of its body; not
	 * negative, and zero or less fails the call at once without sending it
	 * @param call the call, made on this thread
	 * @return what the call returns
	 * @throws X what the call throws
	 */
	public static <T extends @Nullable Object, X extends Throwable> T within(Duration limit,
			ScopedValue.CallableOp<? extends T, X> call) throws X {
		return ScopedValue.where(LIMIT, limit).call(call);
	}

}
