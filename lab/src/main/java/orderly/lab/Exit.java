package orderly.lab;

/**
 * What the exit codes mean, for all words. An experiment uses 0, 1 and 2 for its verdict.
 */
public final class Exit {

	/** Done, or everything is well. */
	public static final int OK = 0;

	/** It did not work; the sentence on stderr says why. */
	public static final int FAILED = 1;

	/** The command line makes no sense (picocli's own code too). */
	public static final int USAGE = 2;

	/** Nothing runs; 3 as in the status codes of the Linux Standard Base. */
	public static final int NOT_RUNNING = 3;

	/** The system runs already. */
	public static final int ALREADY_RUNNING = 4;

	private Exit() {
	}

}
