package orderly.lab;

import org.jspecify.annotations.Nullable;

/**
 * A failure whose message is a whole sentence for the user: what is wrong and what to do.
 * Its stack trace is shown with {@code -v} only.
 */
public class LabException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int exit;

	public LabException(String sentence) {
		this(Exit.FAILED, sentence, null);
	}

	public LabException(String sentence, @Nullable Throwable cause) {
		this(Exit.FAILED, sentence, cause);
	}

	public LabException(int exit, String sentence, @Nullable Throwable cause) {
		super(sentence, cause);
		this.exit = exit;
	}

	/**
	 * {@return the exit code, one of {@link Exit}}
	 */
	public int exit() {
		return this.exit;
	}

}
