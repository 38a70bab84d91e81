package orderly.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The rules that only the sources show. */
final class SourceRules {

	private static final int LONGEST = 150;

	private SourceRules() {
	}

	static List<String> violations(Path sources, String root) {
		Path folder = sources.resolve(root.replace('.', '/'));
		if (!Files.isDirectory(folder)) {
			return List.of("There are no sources in " + folder.toAbsolutePath());
		}
		try (Stream<Path> files = Files.walk(folder)) {
			List<Path> java = files.filter((file) -> file.toString().endsWith(".java")).toList();
			return Stream.concat(
					java.stream().filter(SourceRules::isTooLong).map((file) -> LONGEST + " lines are enough: " + file),
					java.stream()
						.map(Path::getParent)
						.distinct()
						.filter(SourceRules::isUnmarked)
						.map((unmarked) -> "A package introduces itself, @NullMarked: " + unmarked))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isTooLong(Path file) {
		return read(file).lines().count() > LONGEST;
	}

	private static boolean isUnmarked(Path folder) {
		Path introduction = folder.resolve("package-info.java");
		return !Files.exists(introduction) || !read(introduction).contains("\n@NullMarked");
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
