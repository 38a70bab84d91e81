package orderly.lab.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log. */
final class LogTail {

	private static final int LINES = 15;

	/** Enough for the lines above, also when they are stack traces. */
	private static final int BYTES = 64 * 1024;

	private LogTail() {
	}

	static String of(Path log) {
		return String.join(System.lineSeparator(), lines(log, LINES, BYTES));
	}

	/** What failed is in the messages; the frames between them push it out of sight. */
	private static boolean isFrame(String line) {
		return line.startsWith("\tat ") || line.startsWith("\t... ");
	}

	private static List<String> lines(Path log, int count, int bytes) {
		try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
			long from = Math.max(0, file.length() - bytes);
			byte[] end = new byte[(int) (file.length() - from)];
			file.seek(from);
			file.readFully(end);
			List<String> lines = new String(end, StandardCharsets.UTF_8).lines()
				.filter((line) -> !isFrame(line))
				.toList();
			return lines.subList(Math.max(0, lines.size() - count), lines.size());
		}
		catch (IOException ex) {
			return List.of("(not readable: " + ex.getMessage() + ")");
		}
	}

}
