package orderly.lab.launcher;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import orderly.backing.Postgres;
import orderly.lab.LabException;

/** What the machine must have: each says what it found, or refuses with what to do. */
final class Requirements {

	/** The release that the build is written for, and that the script looks for. */
	private static final int JDK = 25;

	/** At rest everything takes 1.6 GB, and some more while it starts. */
	private static final long MEGABYTES = 2000;

	private Requirements() {
	}

	static String jdk(Path home, int release) {
		if (release != JDK || !isJdk(home)) {
			throw new LabException(
					"%s is Java %d%s. Install a JDK %d (https://adoptium.net/temurin/releases/?version=%d) and point JAVA_HOME to it."
						.formatted(home, release, isJdk(home) ? "" : " without a compiler", JDK, JDK));
		}
		return "Java %d with its compiler, %s".formatted(release, home);
	}

	private static boolean isJdk(Path home) {
		return List.of("javac", "javac.exe").stream().anyMatch((name) -> Files.exists(home.resolve("bin", name)));
	}

	/**
	 * Looks at what is free.
	 * @param runs whether the system has taken its memory already
	 */
	static String memory(long megabytes, boolean runs) {
		if (!runs && megabytes < MEGABYTES) {
			throw new LabException(
					"Only %d MB are free, and Orderly takes about %d MB. End something, or give this machine more."
						.formatted(megabytes, MEGABYTES));
		}
		return "%d MB are free%s".formatted(megabytes,
				runs ? ", beside what the system takes" : "; Orderly takes about %d MB".formatted(MEGABYTES));
	}

	static String postgres() {
		try {
			return Postgres.version() + " runs for this user";
		}
		catch (IllegalStateException | UncheckedIOException ex) {
			throw new LabException(ex.getMessage() + ".", ex);
		}
	}

	static String repository(String url) {
		int status = Http.status(url);
		if (status / 100 != 2) {
			throw new LabException(
					"%s %s, and the first build fetches from there. Behind a proxy, or with a mirror, tell Maven of it in ~/.m2/settings.xml; what is built already needs no network."
						.formatted(url, (status == 0) ? "does not answer" : "answers " + status));
		}
		return url + " answers";
	}

}
