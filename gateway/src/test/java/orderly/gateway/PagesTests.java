package orderly.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import orderly.chassis.StandardProblem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PagesTests extends Edged {

	private static final Pattern USED = Pattern
		.compile("new Problem\\([^\"]*?,\\s*\"(?<slug>[a-z-]+)\"|/problems/(?<path>[a-z][a-z-]*)");

	@Test
	void explainEveryProblemThatTheSourcesCanTell() throws IOException {
		assertThat(slugs()).contains("too-large", "unavailable").allSatisfy((slug) -> {
			Http.Text page = http().text("/problems/" + slug);
			assertThat(page.status()).as(slug).isEqualTo(200);
			assertThat(page.body()).contains("/problems/" + slug).contains("What to do").doesNotContain("{{");
		});
	}

	@Test
	void knowNothingOfOtherProblems() {
		Problems.assertOwn(http().get("/problems/nonsense"), 404, "not-found");
	}

	@Test
	void listAllProblems() {
		assertThat(http().text("/problems").body()).contains("href=\"/problems/too-large\"").doesNotContain("{{");
	}

	@Test
	void linkToEverythingAndLoadNothingFromElsewhere() {
		Http.Text front = http().text("/");
		assertThat(front.status()).isEqualTo(200);
		assertThat(front.body()).contains("http://127.0.0.1:9411", "http://127.0.0.1:8761", "/swagger-ui.html")
			.doesNotContain("{{")
			.doesNotContainPattern("(src|href)=\"https?://(?!127.0.0.1)");
		assertThat(http().text("/versions.html").status()).isEqualTo(200);
		assertThat(http().text("/orderly.css").status()).isEqualTo(200);
		assertThat(http().text("/front.js").status()).isEqualTo(200);
	}

	private static List<String> slugs() throws IOException {
		Path tree = Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
		try (Stream<Path> files = Files.walk(tree)) {
			Stream<String> used = files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> file.toString().replace('\\', '/').contains("/src/main/java/"))
				.flatMap((file) -> USED.matcher(read(file)).results())
				.map(PagesTests::slug);
			return Stream.concat(used, Arrays.stream(StandardProblem.values()).map(StandardProblem::slug))
				.distinct()
				.toList();
		}
	}

	private static String slug(MatchResult match) {
		return (match.group("slug") != null) ? match.group("slug") : match.group("path");
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
