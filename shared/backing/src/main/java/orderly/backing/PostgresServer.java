package orderly.backing;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A server process: a fast shutdown ends it, which does not wait for clients to leave.
 */
final class PostgresServer extends ForwardedRunning {

	private final Child child;

	private final PostgresBinaries binaries;

	private final PostgresUser user;

	private final PostgresData data;

	PostgresServer(Child child, PostgresBinaries binaries, PostgresUser user, PostgresData data) {
		super(child);
		this.child = child;
		this.binaries = binaries;
		this.user = user;
		this.data = data;
	}

	/** The server itself, where the child is its keeper. */
	@Override
	public long pid() {
		try {
			return this.user.needsKeeper() ? this.data.pid() : this.child.pid();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void stop() {
		if (this.user.needsKeeper()) {
			this.child.stop();
			return;
		}
		askToStop();
		this.child.awaitEnd();
	}

	/** Not {@code Process.destroy()}: its SIGTERM waits for every client to leave. */
	private void askToStop() {
		try {
			new ProcessBuilder(this.user.command(this.binaries.program("pg_ctl"), "stop", "--no-wait", "-m", "fast",
					"-D", this.data.folder().toString()))
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
				.start()
				.waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void kill() {
		if (this.user.needsKeeper()) {
			ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
		}
		this.child.kill();
	}

}
