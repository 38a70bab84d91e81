package orderly.test;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The one real PostgreSQL and the one real Kafka that all tests of a Maven run share.
 * They are started by the first test that asks, and end with the run. A test that breaks
 * them starts an {@link OwnPostgres} or an {@link OwnKafka}.
 */
public final class Backing {

	static final String PASSWORD = "orderly";

	private Backing() {
	}

	/**
	 * Makes an empty database and a role of its own.
	 * @param name how its name begins, such as {@code orders}
	 * @return the database
	 */
	public static Database freshDatabase(String name) {
		String unique = name + "_" + unique();
		SharedBacking.get().databases().create(unique, PASSWORD);
		return new Database(SharedBacking.get().databases().url(unique), unique, PASSWORD);
	}

	/**
	 * The broker. Its topics outlive a test: put {@link #freshPrefix()} before their
	 * names, and before those of groups.
	 * @return its address, for {@code bootstrap.servers}
	 */
	public static String kafka() {
		return SharedBacking.get().bootstrapServers();
	}

	/**
	 * Makes a prefix for topics and groups that no other test has.
	 * @return such as {@code t3f2a9c1b-}
	 */
	public static String freshPrefix() {
		return "t" + unique() + "-";
	}

	static String unique() {
		return "%08x".formatted(ThreadLocalRandom.current().nextInt());
	}

}
