package orderly.messaging.transport;

import java.io.Serial;

/**
 * Why a message was not taken, which decides how often it is offered in all before it
 * goes to the dead letters. Meanwhile it holds its partition: later messages wait, so
 * that order per key is kept.
 */
public abstract sealed class DeliveryFailure extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final int tries;

	private DeliveryFailure(int tries, String message, Throwable cause) {
		super(message, cause);
		this.tries = tries;
	}

	/**
	 * How often it is offered.
	 * @return the number of tries, the first included
	 */
	public int tries() {
		return this.tries;
	}

	/**
	 * The message is at fault, and that is proven. It is not given up at once, because a
	 * release in the middle of its rollout may know better.
	 */
	public static final class Poison extends DeliveryFailure {

		@Serial
		private static final long serialVersionUID = 1L;

		/**
		 * Creates one.
		 * @param message what is wrong with the message
		 * @param cause what showed it
		 */
		public Poison(String message, Throwable cause) {
			super(3, message, cause);
		}

	}

	/**
	 * Nobody foresaw this failure, and the database answers: a bug, most likely, and
	 * worth some patience before a person looks.
	 */
	public static final class Unexplained extends DeliveryFailure {

		@Serial
		private static final long serialVersionUID = 1L;

		/**
		 * Creates one.
		 * @param cause what the handler threw
		 */
		public Unexplained(Throwable cause) {
			super(10, "The handler failed for a reason that nobody foresaw", cause);
		}

	}

	/**
	 * Something that the handler needs is away: the message waits until it is back,
	 * however long that takes.
	 */
	public static final class Transient extends DeliveryFailure {

		@Serial
		private static final long serialVersionUID = 1L;

		/**
		 * Creates one.
		 * @param cause what the handler threw
		 */
		public Transient(Throwable cause) {
			super(Integer.MAX_VALUE, "Something that the handler needs is away", cause);
		}

	}

}
