package orderly.chassis;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * When the request of this thread ends, whatever becomes of it. Its rest travels from hop
 * to hop as {@value #HEADER}, in milliseconds, and shrinks on the way (the model is
 * gRPC's deadline): nobody works for a caller who has gone. It does not enter messages.
 */
public final class Deadline {

	/** The rest in milliseconds, 1 to {@value #LONGEST}. */
	public static final String HEADER = "Request-Timeout";

	static final long LONGEST = 30_000;

	private static final ScopedValue<Instant> END = ScopedValue.newInstance();

	private Deadline() {
	}

	/**
	 * What is left.
	 * @return zero or less when the time is over; empty where nobody set a deadline
	 */
	public static Optional<Duration> left() {
		return END.isBound() ? Optional.of(Duration.between(Instant.now(), END.get())) : Optional.empty();
	}

	/**
	 * Whether the time is over, and work that has not begun should not begin.
	 * @return false also where nobody set a deadline
	 */
	public static boolean hasPassed() {
		return left().filter((rest) -> !rest.isPositive()).isPresent();
	}

	/**
	 * The shorter one of a limit and what is left.
	 * @param own the longest wait by itself
	 * @return as long as one may wait
	 */
	public static Duration atMost(Duration own) {
		return left().filter((rest) -> rest.compareTo(own) < 0).orElse(own);
	}

	/**
	 * Does work that ends after this time, or earlier where it is part of work that does.
	 * @param <T> what it returns
	 * @param <X> what it throws
	 * @param rest the longest time from now
	 * @param work what is done, on this thread
	 * @return what the work returns
	 * @throws X what the work throws
	 */
	public static <T extends @Nullable Object, X extends Throwable> T within(Duration rest,
			ScopedValue.CallableOp<? extends T, X> work) throws X {
		return ScopedValue.where(END, Instant.now().plus(atMost(rest))).call(work);
	}

	/**
	 * Reads the header. What is no number from 1 to {@value #LONGEST} says nothing.
	 * @param header the header's value, if there is one
	 * @return the rest of the time
	 */
	static Optional<Duration> parse(@Nullable String header) {
		return (header == null || !header.matches("[1-9]\\d{0,4}")) ? Optional.empty()
				: Optional.of(Long.parseLong(header)).filter((rest) -> rest <= LONGEST).map(Duration::ofMillis);
	}

}
