package orderly.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The lines of a source file between {@code tag::name[]} and {@code end::name[]}, moved
 * to the left margin.
 */
final class Region {

	private Region() {
	}

	static String of(Path file, String name) {
		List<String> lines = Page.read(file).text().lines().toList();
		int from = indexOf(lines, "tag::" + name + "[]", file);
		int to = indexOf(lines, "end::" + name + "[]", file);
		List<String> region = lines.subList(from + 1, to)
			.stream()
			.filter((line) -> !line.matches(".*(tag|end)::[\\w-]+\\[].*"))
			.toList();
		return String.join("\n", region).replace("\t", "    ").stripIndent().strip() + "\n";
	}

	private static int indexOf(List<String> lines, String mark, Path file) {
		for (int i = 0; i < lines.size(); i++) {
			if (lines.get(i).contains(mark)) {
				return i;
			}
		}
		throw new AssertionError("no " + mark + " in " + file + (Files.exists(file) ? "" : " (no such file)"));
	}

}
