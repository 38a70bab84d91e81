package orderly.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import orderly.lab.cli.Orderly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/**
 * To bring the quotes up to date after a change of the source:
 * {@code ./mvnw test -pl lab -am -Dtest=DocsTests -Dsurefire.failIfNoSpecifiedTests=false -Dorderly.docs.write=true}.
 */
class DocsTests {

	private static final Path EVIDENCE = Page.ROOT.resolve("docs/evidence");

	private static final Map<String, String> SOURCES = Page.files(".java")
		.filter((file) -> file.toString().contains("/src/test/"))
		.collect(Collectors.toMap((file) -> file.getFileName().toString().replace(".java", ""),
				(file) -> Page.read(file).text(), (one, other) -> one + other));

	static Stream<Page> pages() {
		return Page.all();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void quotesTheSourceAsItIs(Page page) throws IOException {
		String requoted = page.requoted();
		if (Boolean.getBoolean("orderly.docs.write")) {
			Files.writeString(page.path(), requoted);
		}
		else {
			assertThat(page.text()).as(page.path().toString()).isEqualTo(requoted);
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void linksToWhatExists(Page page) {
		assertThat(page.brokenLinks()).as(page.path().toString()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void namesTestsThatExist(Page page) {
		assertThat(page.unknownTests(SOURCES)).as(page.path().toString()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void tellsToTypeWhatTheCommandLineKnows(Page page) {
		assertThat(Orderly.commandLine().getSubcommands().keySet()).as(page.path().toString())
			.containsAll(page.commands());
	}

	@ParameterizedTest
	@MethodSource("pages")
	void triesExperimentsThatExist(Page page) {
		assertThat(experiments()).as(page.path().toString()).containsAll(page.experiments());
	}

	@Test
	void noticesAnExperimentThatDoesNotExist() {
		Page page = new Page(Page.ROOT.resolve("x.md"), "`./orderly try all`, `./orderly try no-such --without x`");
		assertThat(page.experiments()).containsExactly("no-such");
		assertThat(experiments()).contains("one-order").doesNotContain("no-such");
	}

	private static List<String> experiments() {
		return catalogue().map((each) -> each.path("name").asString()).toList();
	}

	private static Stream<JsonNode> catalogue() {
		StringWriter out = new StringWriter();
		Orderly.commandLine().setOut(new PrintWriter(out)).execute("try", "--list", "--json");
		return JsonMapper.shared().readTree(out.toString()).valueStream();
	}

	static Stream<Arguments> claims() {
		return catalogue().map((each) -> argumentSet(each.path("name").asString(), each));
	}

	/** Whoever changes what is claimed measures again. */
	@ParameterizedTest
	@MethodSource("claims")
	void holdsEvidenceForEachClaimAsItIsNow(JsonNode experiment) throws IOException {
		Path file = EVIDENCE.resolve(experiment.path("name").asString() + ".json");
		JsonNode evidence = JsonMapper.shared().readTree(Files.readString(file));
		assertThat(evidence.path("claim")).isEqualTo(experiment.path("claim"));
		assertThat(evidence.path("chapter")).isEqualTo(experiment.path("chapter"));
		assertThat(evidence.path("verdict").asString()).isEqualTo("holds");
		assertThat(Page.read(Page.ROOT.resolve("docs/claims.md")).text())
			.contains("(evidence/" + file.getFileName() + ")");
	}

	@Test
	void showsEveryPictureOfTheEvidence() {
		String all = pages().map(Page::text).collect(Collectors.joining());
		assertThat(EVIDENCE.toFile().list((_, name) -> name.endsWith(".svg")))
			.allSatisfy((picture) -> assertThat(all).contains("(evidence/" + picture + ")"));
	}

	@Test
	void noticesATestThatDoesNotExist() {
		Page page = new Page(Page.ROOT.resolve("x.md"), "`DocsTests.noticesATestThatDoesNotExist` `DocsTests.none`");
		assertThat(page.unknownTests(SOURCES)).containsExactly("`DocsTests.none`");
	}

	@Test
	void noticesAQuoteThatIsStale() {
		String quote = "<!-- quote: mvnw#none -->\n```sh\nold\n```\n";
		assertThatThrownBy(() -> new Page(Page.ROOT.resolve("x.md"), quote).requoted())
			.hasMessageContaining("no tag::none[]");
	}

	@Test
	void noticesALinkThatLeadsNowhere() {
		Page page = new Page(Page.ROOT.resolve("x.md"), "[a](pom.xml) [b](nowhere.md) [c](https://example.org)");
		assertThat(page.brokenLinks()).isEqualTo(List.of("nowhere.md"));
	}

	@Test
	void keepsTheFrontPageShort() {
		assertThat(Page.read(Page.ROOT.resolve("README.md")).text().lines().count()).isLessThanOrEqualTo(120);
	}

}
