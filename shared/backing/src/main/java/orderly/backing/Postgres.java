package orderly.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A real PostgreSQL server. Its databases survive it, also when it is killed.
 */
public final class Postgres extends BackingService {

	private final String superuserPassword;

	Postgres(Running server, int port, String superuserPassword) {
		super(server, port);
		this.superuserPassword = superuserPassword;
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
	 * Makes a database and the role that owns it and alone may use it, both of that name,
	 * unless they are there.
	 * @param name of the database and of the role
	 * @param password of a new role
	 */
	public void createDatabase(String name, String password) {
		try (Connection connection = superuser(); Statement statement = connection.createStatement()) {
			if (!exists(connection, "select from pg_roles where rolname = ?", name)) {
				statement.execute(quoted(connection, "create role %I login password %L", name, password));
			}
			if (!exists(connection, "select from pg_database where datname = ?", name)) {
				statement.execute(quoted(connection, "create database %I owner %I", name, name));
			}
			statement.execute(quoted(connection, "revoke all on database %I from public", name));
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot make the database " + name, ex);
		}
	}

	/**
	 * The address of a database.
	 * @param database its name
	 * @return a JDBC URL without user and password
	 */
	public String url(String database) {
		return url(port(), database);
	}

	boolean takesConnections() {
		try (Connection connection = superuser()) {
			return connection.isValid(1);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private Connection superuser() throws SQLException {
		return DriverManager.getConnection(url("postgres"), "postgres", this.superuserPassword);
	}

	private static String url(int port, String database) {
		return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
	}

	private static boolean exists(Connection connection, String query, String name) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setString(1, name);
			try (ResultSet found = statement.executeQuery()) {
				return found.next();
			}
		}
	}

	/** Lets the server quote names and passwords: these statements take no parameters. */
	private static String quoted(Connection connection, String format, String... names) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("select format(?, variadic ?::text[])")) {
			statement.setString(1, format);
			statement.setArray(2, connection.createArrayOf("text", names));
			try (ResultSet result = statement.executeQuery()) {
				result.next();
				return result.getString(1);
			}
		}
	}

}
