package orderly.backing;

import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A child process ended, or said nothing in time, instead of becoming ready. The message
 * has the last lines of its log.
 */
public class DidNotStartException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	DidNotStartException(String name, String what, Path log) {
		super("%s %s. The end of %s:%n%s".formatted(name, what, log, tail(log)));
	}

	private static String tail(Path log) {
		try {
			List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
			return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 15), lines.size()));
		}
		catch (IOException ex) {
			return "(not readable: " + ex.getMessage() + ")";
		}
	}

}
