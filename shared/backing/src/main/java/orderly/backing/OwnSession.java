package orderly.backing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps a terminal's Ctrl-C to the launcher, which then stops its children in order: a
 * child in a session of its own does not get it. Without the program {@code setsid}, as
 * on macOS and Windows, children get it too, and all end at once.
 */
public final class OwnSession {

	private static final List<String> PREFIX = Arrays
		.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
		.map((folder) -> Path.of(folder, "setsid"))
		.filter(Files::isExecutable)
		.map(Path::toString)
		.limit(1)
		.toList();

	private OwnSession() {
	}

	/**
	 * Puts a process into a session of its own, where the system can do that.
	 * @param command the program and its arguments
	 * @return the command to start it by
	 */
	public static List<String> command(List<String> command) {
		return Stream.concat(PREFIX.stream(), command.stream()).toList();
	}

}
