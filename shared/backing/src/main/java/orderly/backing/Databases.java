package orderly.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The databases of a {@link Postgres} that runs, in this process or another.
 */
public final class Databases {

	static final String PASSWORD_FILE = "superuser-password";

	private final int port;

	private final String superuserPassword;

	private Databases(int port, String superuserPassword) {
		this.port = port;
		this.superuserPassword = superuserPassword;
	}

	/**
	 * Finds them.
	 * @param state the folder that the server was started with
	 * @param port where it listens
	 * @return its databases
	 */
	public static Databases of(Path state, int port) {
		try {
			return new Databases(port, Files.readString(state.resolve(PASSWORD_FILE)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Makes a database and the role that owns it and alone may use it, both of that name,
	 * unless they are there.
	 * @param name of the database and of the role
	 * @param password of a new role
	 */
	public void create(String name, String password) {
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
		return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(this.port, database);
	}

	boolean takeConnections() {
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
