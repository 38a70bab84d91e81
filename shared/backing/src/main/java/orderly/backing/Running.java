package orderly.backing;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * A child process that runs, or ran. It ends with the process that started it, however
 * that ends.
 */
public interface Running extends AutoCloseable {

	/**
	 * The name that it was given.
	 * @return the name
	 */
	String name();

	/**
	 * The process that a {@code kill} would be meant for.
	 * @return its process id
	 */
	long pid();

	/**
	 * Whether the process is there; it may still be starting, or hang.
	 * @return whether it lives
	 */
	boolean isAlive();

	/**
	 * The file that its output is appended to.
	 * @return the log
	 */
	Path log();

	/**
	 * Completes when the process has ended.
	 * @return the end
	 */
	CompletableFuture<Running> onExit();

	/**
	 * Asks it to end, waits until it did, and kills it where it takes longer than 30 s.
	 */
	void stop();

	/**
	 * Kills it as {@code kill -9} does, and waits until it is gone.
	 */
	void kill();

	@Override
	default void close() {
		stop();
	}

}
