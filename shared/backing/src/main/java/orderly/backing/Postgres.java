package orderly.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A real PostgreSQL server. Its databases survive it, also when it is killed.
 */
public final class Postgres extends BackingService {

	private final Databases databases;

	Postgres(Running server, int port, Databases databases) {
		super(server, port);
		this.databases = databases;
	}

	/**
	 * Starts it, makes its data folder the first time, and returns when it takes
	 * connections.
	 * @param state the folder that keeps its data and its superuser's password; made
	 * where absent
	 * @param log the file that its output is appended to
	 * @param port where it listens
	 * @return the running server
	 * @throws DidNotStartException where it does not become ready
	 */
	public static Postgres start(Path state, Path log, int port) {
		try {
			PostgresBinaries binaries = PostgresBinaries.unpacked(Artefacts.find().postgres());
			return new PostgresStart(binaries, PostgresUser.here(), state, log.toAbsolutePath(), port).run();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while PostgreSQL started", ex);
		}
	}

	/**
	 * Runs its program, as the user that the server would run as, and asks for the
	 * version.
	 * @return such as {@code postgres (PostgreSQL) 18.1}
	 * @throws IllegalStateException where it cannot run here
	 */
	public static String version() {
		return PostgresBinaries.unpacked(Artefacts.find().postgres()).version(PostgresUser.here());
	}

	/**
	 * Makes a database and the role that owns it and alone may use it, both of that name,
	 * unless they are there.
	 * @param name of the database and of the role
	 * @param password of a new role
	 */
	public void createDatabase(String name, String password) {
		this.databases.create(name, password);
	}

	/**
	 * The address of a database.
	 * @param database its name
	 * @return a JDBC URL without user and password
	 */
	public String url(String database) {
		return this.databases.url(database);
	}

}
