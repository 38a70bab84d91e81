package orderly.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import orderly.backing.Running;

/**
 * A real server of one test's own, which may stop, kill and start it: the shared one must
 * not be disturbed. It keeps its ports and its data until it is closed.
 *
 * @param <S> the server
 */
abstract class OwnServer<S extends Running> implements AutoCloseable {

	private final String name;

	private final Path folder;

	private final Launch<S> launch;

	private S server;

	OwnServer(String name, Launch<S> launch) {
		this.name = name;
		this.folder = temporary(name);
		this.launch = launch;
		this.server = launched();
	}

	S server() {
		return this.server;
	}

	/** Starts it again, and returns when it serves clients. */
	public void start() {
		this.server = launched();
	}

	/** Stops it, as its operator would; clients lose their connections. */
	public void stop() {
		this.server.stop();
	}

	/** Kills it, as a crash of the machine would. */
	public void kill() {
		this.server.kill();
	}

	/** Stops it and starts it again. */
	public void restart() {
		stop();
		start();
	}

	@Override
	public void close() {
		stop();
		try {
			TestFolders.delete(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private S launched() {
		return this.launch.in(this.folder.resolve(this.name), this.folder.resolve(this.name + ".log"));
	}

	private static Path temporary(String name) {
		try {
			return Files.createTempDirectory("orderly-test-" + name + "-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** How it is started: with its state in this folder, its output in this log. */
	interface Launch<S> {

		S in(Path state, Path log);

	}

}
