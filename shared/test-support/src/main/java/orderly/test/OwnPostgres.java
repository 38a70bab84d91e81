package orderly.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import orderly.backing.Ports;
import orderly.backing.Postgres;

/**
 * A real PostgreSQL of one test's own, which may stop, kill and start it: the shared one
 * must not be disturbed. It keeps its port and its data until it is closed.
 */
public final class OwnPostgres implements AutoCloseable {

	private final Path folder;

	private final int port = Ports.free();

	private Postgres server;

	private OwnPostgres(Path folder) {
		this.folder = folder;
		this.server = launch();
	}

	/**
	 * Starts one.
	 * @return the running server
	 */
	public static OwnPostgres started() {
		try {
			return new OwnPostgres(Files.createTempDirectory("orderly-test-postgres-"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Makes an empty database and a role of its own.
	 * @param name how its name begins
	 * @return the database, also after a restart
	 */
	public Database freshDatabase(String name) {
		String unique = name + "_" + Backing.unique();
		this.server.createDatabase(unique, Backing.PASSWORD);
		return new Database(this.server.url(unique), unique, Backing.PASSWORD);
	}

	/** Starts it again, and returns when it takes connections. */
	public void start() {
		this.server = launch();
	}

	/** Stops it; clients lose their connections. */
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

	private Postgres launch() {
		return Postgres.start(this.folder.resolve("postgres"), this.folder.resolve("postgres.log"), this.port);
	}

}
