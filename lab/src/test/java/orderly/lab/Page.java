package orderly.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown page of the repository. Code is quoted by a comment that names file and
 * region, followed by a fenced block: {@code <!-- quote: path/File.java#region -->}.
 */
record Page(Path path, String text) {

	static final Path ROOT = root();

	private static final Pattern QUOTE = Pattern.compile(
			"(<!-- quote: (?<file>[^#\\s]+)#(?<region>[\\w-]+) -->\\n```\\w*\\n)(?<code>.*?)(?=```\\n)",
			Pattern.DOTALL);

	private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)(?<target>[^)#\\s]+)");

	private static final Pattern TEST = Pattern.compile("`(?<type>\\w+(?:Tests|Contract|IT))\\.(?<method>\\w+)`");

	private static final Pattern EXPERIMENT = Pattern.compile("\\./orderly try (?!all\\b)(?<name>[a-z][a-z-]+)");

	private static final Pattern COMMAND = Pattern.compile("\\./orderly (?<word>[a-z][a-z-]+)");

	static Stream<Page> all() {
		return files(".md").map(Page::read);
	}

	/** The files of the repository whose names end like this. */
	static Stream<Path> files(String end) {
		try (Stream<Path> files = Files.walk(ROOT)) {
			return files.filter((file) -> file.toString().endsWith(end))
				.filter((file) -> !ROOT.relativize(file).toString().matches("(.*/)?(target|\\.[^/]*)/.*"))
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Page read(Path path) {
		try {
			return new Page(path, Files.readString(path));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** This page with every quoted region as the source has it now. */
	String requoted() {
		return QUOTE.matcher(this.text)
			.replaceAll((quote) -> Matcher.quoteReplacement(
					quote.group(1) + Region.of(ROOT.resolve(quote.group("file")), quote.group("region"))));
	}

	List<String> brokenLinks() {
		return LINK.matcher(this.text)
			.results()
			.map((link) -> link.group("target"))
			.filter((target) -> !Files.exists(folder().resolve(target)))
			.toList();
	}

	/** The first words after {@code ./orderly}. */
	List<String> commands() {
		return COMMAND.matcher(this.text).results().map((command) -> command.group("word")).distinct().toList();
	}

	/** The experiments that it tells to try, without {@code all} and {@code NAME}. */
	List<String> experiments() {
		return EXPERIMENT.matcher(this.text).results().map((each) -> each.group("name")).distinct().toList();
	}

	/** The tests that are named as {@code Type.method}, and that no source has. */
	List<String> unknownTests(Map<String, String> sources) {
		return TEST.matcher(this.text)
			.results()
			.filter((test) -> !sources.getOrDefault(test.group("type"), "").contains(" " + test.group("method") + "("))
			.map(MatchResult::group)
			.toList();
	}

	private Path folder() {
		Path folder = this.path.getParent();
		return (folder != null) ? folder : ROOT;
	}

	private static Path root() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.exists(folder.resolve("mvnw"))) {
			folder = folder.getParent();
			if (folder == null) {
				throw new IllegalStateException("run the tests inside the repository");
			}
		}
		return folder;
	}

}
