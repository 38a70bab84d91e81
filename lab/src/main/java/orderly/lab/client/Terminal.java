package orderly.lab.client;

import java.time.Duration;
import java.util.Locale;

/** How this terminal likes its text. */
final class Terminal {

	private static final int WIDTH = 110;

	private Terminal() {
	}

	/** Colours only where somebody looks, and who set NO_COLOR does not want them. */
	static boolean colours() {
		return System.console() != null && System.console().isTerminal() && System.getenv("NO_COLOR") == null;
	}

	static int width() {
		String columns = System.getenv("COLUMNS");
		return (columns != null && columns.matches("\\d{2,3}")) ? Math.max(70, Integer.parseInt(columns)) : WIDTH;
	}

	static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
	}

	static String milliseconds(long microseconds) {
		return String.format(Locale.ROOT, (microseconds < 10_000) ? "%.1f ms" : "%.0f ms", microseconds / 1000.0);
	}

}
