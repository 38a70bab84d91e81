package orderly.chassis;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How long an outbound call may wait for its answer, body included. It travels by
 * {@link ScopedValue}, because the time differs from call to call and a client's own
 * timeout does not.
 */
public final class CallTimeout {

	/** Bound to null, it is all that is left of the request. */
	static final ScopedValue<@Nullable Duration> LIMIT = ScopedValue.newInstance();

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

	/**
	 * Makes calls that may each take all that is left of the request: its
	 * {@link Deadline} is their usual time, and cuts none of them short.
	 * @param <T> what they return
	 * @param <X> what they throw
	 * @param calls the calls, made on this thread
	 * @return what the calls return
	 * @throws X what the calls throw
	 */
	public static <T extends @Nullable Object, X extends Throwable> T allThatIsLeft(
			ScopedValue.CallableOp<? extends T, X> calls) throws X {
		return ScopedValue.where(LIMIT, null).call(calls);
	}

	/**
	 * When the request's {@link Deadline} cuts a call of now short. Whoever has not
	 * answered by then had less than its usual time, and is not to blame.
	 * @return empty where nobody set a deadline, or where it is the call's usual time
	 */
	public static Optional<Instant> cutShortAt() {
		boolean isUsual = LIMIT.isBound() && LIMIT.get() == null;
		return isUsual ? Optional.empty() : Deadline.left().map(Instant.now()::plus);
	}

}
