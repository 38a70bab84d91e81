package orderly.backing;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build fetched from Maven Central: the broker's jars, the database's binaries,
 * the trace server and the watchdog.
 *
 * @param folder where they lie
 */
public record Artefacts(Path folder) {

	/** The system property that names the folder, where it is not beside the jar. */
	public static final String PROPERTY = "orderly.backing";

	/**
	 * Finds them: in the folder that {@value #PROPERTY} names, else in {@code backing/}
	 * beside this module's jar or classes.
	 * @return the artefacts
	 * @throws IllegalStateException where they were not fetched
	 */
	public static Artefacts find() {
		String named = System.getProperty(PROPERTY);
		Path folder = (named != null) ? Path.of(named) : code().resolveSibling("backing");
		if (!Files.isDirectory(folder.resolve("kafka"))) {
			throw new IllegalStateException("Kafka, PostgreSQL and Zipkin are not in " + folder
					+ ". Run ./mvnw -Dquick -pl shared/backing package, or name their folder with -D" + PROPERTY);
		}
		return new Artefacts(folder.toAbsolutePath());
	}

	/** The jar or folder that this class was loaded from. */
	static Path code() {
		try {
			URI code = Artefacts.class.getProtectionDomain().getCodeSource().getLocation().toURI();
			return Path.of(code);
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * All jars of the broker, as a class path entry.
	 * @return the folder with a wildcard
	 */
	String broker() {
		return this.folder.resolve("kafka").toString() + java.io.File.separator + "*";
	}

	Path postgres() {
		return this.folder.resolve("postgres-binaries.jar");
	}

	Path zipkin() {
		return this.folder.resolve("zipkin-server.jar");
	}

	Path watchdog() {
		return this.folder.resolve("backing-watchdog.jar");
	}

}
