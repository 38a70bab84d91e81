package orderly.lab.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import orderly.lab.LabException;

import static java.util.stream.Collectors.joining;

/**
 * A service's executable jar, unpacked. It starts a third faster than from jars within a
 * jar, and a build can replace the jar while the service runs. Libraries of fixed
 * versions lie in one folder for all services.
 *
 * @param mainClass the service's own main class
 * @param classPath its classes and libraries, in the order of the jar
 */
record Unpacked(String mainClass, String classPath) {

	private static final String CLASSES = "BOOT-INF/classes/";

	private static final String LIBRARIES = "BOOT-INF/lib/";

	/** Unpacks a jar into {@code apps/NAME} and {@code apps/lib}. */
	static Unpacked of(Path jar, Path apps, String name) {
		try (JarFile file = new JarFile(jar.toFile())) {
			Path own = apps.resolve(name);
			Folders.delete(own);
			List<Path> libraries = libraries(file).map((entry) -> library(file, entry, own, apps.resolve("lib")))
				.toList();
			Path classes = own.resolve("classes");
			file.stream().filter(Unpacked::isOwn).forEach((entry) -> copy(file, entry, classes.resolve(path(entry))));
			String path = Stream.concat(Stream.of(classes), libraries.stream())
				.map(Path::toString)
				.collect(joining(File.pathSeparator));
			return new Unpacked(file.getManifest().getMainAttributes().getValue("Start-Class"), path);
		}
		catch (IOException ex) {
			throw new LabException("Cannot unpack %s: %s".formatted(jar, ex), ex);
		}
	}

	private static Stream<JarEntry> libraries(JarFile file) {
		return file.stream().filter((entry) -> entry.getName().startsWith(LIBRARIES) && !entry.isDirectory());
	}

	private static Path library(JarFile file, JarEntry entry, Path own, Path shared) {
		String name = entry.getName().substring(LIBRARIES.length());
		Path target = (name.contains("SNAPSHOT") ? own.resolve("lib") : shared).resolve(name);
		if (target.toFile().length() != entry.getSize()) {
			copy(file, entry, target);
		}
		return target;
	}

	private static boolean isOwn(JarEntry entry) {
		boolean own = entry.getName().startsWith(CLASSES) || entry.getName().startsWith("META-INF/");
		return own && !entry.isDirectory();
	}

	private static String path(JarEntry entry) {
		return entry.getName().startsWith(CLASSES) ? entry.getName().substring(CLASSES.length()) : entry.getName();
	}

	/** Whole or not at all: another service may be unpacking the same library. */
	private static void copy(JarFile file, JarEntry entry, Path target) {
		try (InputStream content = file.getInputStream(entry)) {
			Files.createDirectories(target.getParent());
			Path part = Files.createTempFile(target.getParent(), "part", null);
			Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
			Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new LabException("Cannot write %s: %s".formatted(target, ex.getMessage()), ex);
		}
	}

}
