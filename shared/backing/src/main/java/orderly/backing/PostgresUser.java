package orderly.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs run here, and who ends the server when its launcher ends:
 * the kernel, by the parent-death signal, or where there is none a
 * {@link PostgresKeeper}.
 */
enum PostgresUser {

	/**
	 * An ordinary user of a Linux: the kernel sends SIGINT, a fast and clean shutdown.
	 */
	MYSELF("setpriv", "--pdeathsig", "INT", "--"),

	/**
	 * Root, which PostgreSQL refuses: inside a user namespace it is nobody, and its files
	 * stay root's.
	 */
	ROOT_IN_NAMESPACE("unshare", "-U", "--", "setpriv", "--pdeathsig", "INT", "--"),

	/** Root, where namespaces are refused: the data belongs to nobody. */
	NOBODY("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--pdeathsig", "INT", "--"),

	/** Another system, or a Linux without setpriv. */
	MYSELF_WITH_KEEPER;

	private final List<String> prefix;

	PostgresUser(String... prefix) {
		this.prefix = List.of(prefix);
	}

	static PostgresUser here() {
		Stream<PostgresUser> candidates = isRoot() ? Stream.of(ROOT_IN_NAMESPACE, NOBODY) : Stream.of(MYSELF);
		return candidates.filter((user) -> isLinux() && user.works()).findFirst().orElseGet(() -> {
			if (isRoot()) {
				throw new IllegalStateException(
						"PostgreSQL does not run as root, and this system offers neither unshare nor setpriv"
								+ " to change that (package util-linux). Run it as an ordinary user");
			}
			return MYSELF_WITH_KEEPER;
		});
	}

	boolean needsKeeper() {
		return this.prefix.isEmpty();
	}

	List<String> command(String... program) {
		List<String> command = new ArrayList<>(this.prefix);
		command.addAll(List.of(program));
		return command;
	}

	/** Gives a file to the user, where that is another one. */
	void own(Path file) throws IOException {
		if (this == NOBODY) {
			Files.setAttribute(file, "unix:uid", 65534);
			Files.setAttribute(file, "unix:gid", 65534);
		}
	}

	private boolean works() {
		try {
			return new ProcessBuilder(command("true")).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static boolean isLinux() {
		return System.getProperty("os.name").startsWith("Linux");
	}

	private static boolean isRoot() {
		try {
			return isLinux() && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
