package orderly.lab.launcher;

import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps {@code run.json} up to date. What cannot be written now, on a full disk for
 * example, is written as soon as it can be: a process that died of the same disk would
 * else seem to run for ever.
 */
class Journal {

	private static final long PAUSE_SECONDS = 1;

	private final Home home;

	private final Supplier<RunState> now;

	private final Consumer<String> progress;

	private boolean late;

	private boolean retries;

	private boolean forgotten;

	Journal(Home home, Supplier<RunState> now, Consumer<String> progress) {
		this.home = home;
		this.now = now;
		this.progress = progress;
	}

	synchronized void save() {
		if (this.forgotten) {
			return;
		}
		try {
			RunFile.write(this.home, this.now.get());
			this.late = false;
		}
		catch (UncheckedIOException ex) {
			complain(ex);
			retryLater();
		}
	}

	/**
	 * Deletes the run state for good, also against a thread that still reports a change.
	 */
	synchronized void forget() {
		this.forgotten = true;
		RunFile.delete(this.home);
	}

	private void complain(UncheckedIOException ex) {
		if (!this.late) {
			this.late = true;
			this.progress.accept("Cannot write %s, and try again each second: %s. Is the disk full?"
				.formatted(this.home.runFile(), ex.getCause()));
		}
	}

	private void retryLater() {
		if (!this.retries) {
			this.retries = true;
			CompletableFuture.delayedExecutor(PAUSE_SECONDS, TimeUnit.SECONDS, (work) -> Thread.ofVirtual().start(work))
				.execute(this::retry);
		}
	}

	private synchronized void retry() {
		this.retries = false;
		save();
	}

}
