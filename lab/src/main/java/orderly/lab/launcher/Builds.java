package orderly.lab.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

import orderly.lab.LabException;

/** Builds what is older than its sources, without tests and checks. */
final class Builds {

	/**
	 * Maven's own libraries are older than this JDK and would be warned about; and a
	 * build of seconds is over before the better compiler pays.
	 */
	private static final String OPTIONS = "--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
			+ " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

	private Builds() {
	}

	static Path jar(Home home, Part part) {
		return home.root().resolve(part.folder()).resolve("target").resolve(part.module() + ".jar");
	}

	/**
	 * {@return the modules whose jar is absent or older than its sources or those of the
	 * shared jars}
	 */
	static List<String> stale(Home home, List<Part> parts) {
		return parts.stream()
			.filter((part) -> part.kind().isJar() && isStale(home, part))
			.map(Part::module)
			.distinct()
			.toList();
	}

	/** Builds what is stale among these, and says so before. */
	static void refresh(Home home, List<Part> parts) {
		List<String> stale = stale(home, parts);
		if (!stale.isEmpty()) {
			System.out.println("Building " + String.join(", ", stale) + " ...");
			build(home, stale);
			parts.stream().filter((part) -> stale.contains(part.module())).forEach((part) -> touch(jar(home, part)));
		}
	}

	/** Runs Maven over the modules, its output on ours. */
	private static void build(Home home, List<String> modules) {
		String maven = System.getProperty("os.name").startsWith("Windows") ? "mvnw.cmd" : "mvnw";
		ProcessBuilder builder = new ProcessBuilder(home.root().resolve(maven).toString(), "-B", "-q", "-ntp",
				"-Dquick", "-Djars-only", "package", "-am", "-pl", ":" + String.join(",:", modules));
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		builder.environment().merge("MAVEN_OPTS", OPTIONS, (given, ours) -> given + " " + ours);
		if (exitOf(builder.directory(home.root().toFile()).inheritIO()) != 0) {
			throw new LabException(
					"The build of %s failed; what Maven said stands above.".formatted(String.join(", ", modules)));
		}
	}

	private static boolean isStale(Home home, Part part) {
		Path root = home.root();
		Path module = root.resolve(part.folder());
		FileTime built = built(jar(home, part));
		return Stream
			.of(root.resolve("pom.xml"), module.resolve("pom.xml"), module.resolve("src/main"), root.resolve("shared"))
			.anyMatch((sources) -> newest(root, sources).compareTo(built) > 0);
	}

	/**
	 * Boot gives its jar the reproducible timestamp; only the plain jar that it was made
	 * of tells when.
	 */
	private static FileTime built(Path jar) {
		return Stream.of(jar, jar.resolveSibling(jar.getFileName() + ".original"))
			.filter((_) -> Files.exists(jar))
			.filter(Files::exists)
			.map(Builds::modified)
			.max(FileTime::compareTo)
			.orElse(FileTime.fromMillis(0));
	}

	private static FileTime newest(Path root, Path sources) {
		try (Stream<Path> files = Files.walk(sources)) {
			return files.filter((file) -> Files.isRegularFile(file) && goesIntoAJar(root.relativize(file)))
				.map(Builds::modified)
				.max(FileTime::compareTo)
				.orElse(FileTime.fromMillis(0));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Wherever the repository lies: in a folder "target", too. */
	private static boolean goesIntoAJar(Path inRepository) {
		String path = "/" + inRepository.toString().replace('\\', '/');
		boolean source = path.contains("/src/main/") || path.endsWith("/pom.xml");
		return source && !path.matches(".*/(target|test-support|contracts|backing)/.*");
	}

	private static FileTime modified(Path file) {
		try {
			return Files.getLastModifiedTime(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Maven leaves a jar alone whose content is the same, and then it would look stale
	 * for ever.
	 */
	private static void touch(Path jar) {
		try {
			Files.setLastModifiedTime(jar, FileTime.fromMillis(System.currentTimeMillis()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int exitOf(ProcessBuilder builder) {
		try {
			return builder.start().waitFor();
		}
		catch (IOException ex) {
			throw new LabException("Cannot run Maven: " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return -1;
		}
	}

}
