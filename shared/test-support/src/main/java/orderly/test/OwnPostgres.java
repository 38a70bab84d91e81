package orderly.test;

import orderly.backing.Ports;
import orderly.backing.Postgres;

/**
 * A real PostgreSQL of one test's own, which may stop, kill and start it: the shared one
 * must not be disturbed. It keeps its port and its data until it is closed.
 */
public final class OwnPostgres extends OwnServer<Postgres> {

	private OwnPostgres(int port) {
		super("postgres", (state, log) -> Postgres.start(state, log, port));
	}

	/**
	 * Starts one.
	 * @return the running server
	 */
	public static OwnPostgres started() {
		return new OwnPostgres(Ports.free());
	}

	/**
	 * Makes an empty database and a role of its own.
	 * @param name how its name begins
	 * @return the database, also after a restart
	 */
	public Database freshDatabase(String name) {
		String unique = name + "_" + Backing.unique();
		server().createDatabase(unique, Backing.PASSWORD);
		return new Database(server().url(unique), unique, Backing.PASSWORD);
	}

}
