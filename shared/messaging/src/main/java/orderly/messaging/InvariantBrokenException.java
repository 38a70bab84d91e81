package orderly.messaging;

import java.io.Serial;

/**
 * What a handler throws when a message says something that cannot be true: trying again
 * would not help, a person must look. The message goes to the dead letters.
 */
public class InvariantBrokenException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates one.
	 * @param message what was expected and what was found
	 */
	public InvariantBrokenException(String message) {
		super(message);
	}

}
