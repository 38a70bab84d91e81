package orderly.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A trace that waits in a database row: what an outbox or a timer does later belongs to
 * the request that caused it.
 */
public interface StoredTrace {

	/**
	 * The trace of now.
	 * @return as W3C {@code traceparent}, to be stored; null where there is none
	 */
	@Nullable String current();

	/**
	 * Does work as a part of a stored trace.
	 * @param traceparent what {@link #current()} returned; with null the work is done
	 * without a trace
	 * @param span the name of the span around the work
	 * @param work what is done, on this thread
	 */
	void resume(@Nullable String traceparent, String span, Runnable work);

}
