package orderly.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArchitectureRulesTests {

	@TempDir
	private Path sources;

	@Test
	void followsTheRulesOfTheHouse() {
		ArchitectureRules.checkLibrary("orderly.test");
	}

	/** On its behalf: it is below this module, so its own tests cannot call the rules. */
	@Test
	void backingFollowsThemToo() {
		JavaClasses backing = new ClassFileImporter().importPackages("orderly.backing");
		assertThat(backing).isNotEmpty();
		assertThat(ArchitectureRules.violations(backing, HouseRules.forLibrary("orderly.backing"))).isEmpty();
		Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("backing");
		assertThat(SourceRules.violations(module.resolve("src/main/java"), "orderly.backing")).isEmpty();
	}

	@Test
	void whatFollowsTheRulesIsLeftAlone() {
		assertThat(violations("good")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			publics   | only the main class is public | publics.Exposed
			publics   | only interfaces, results      | publics.partner.ExposedAdapter
			broker    | Only the transport            | broker.NamesABroker
			cycle     | no cycles                     | cycle.There
			injection | field injection               | injection.Injected
			names     | No *Impl                      | names.OrdersImpl
			names     | No *Impl                      | names.OrderUtil
			names     | No *Impl                      | names.OrderManager
			names     | No *Impl                      | names.OrderDTO
			jpa       | No JPA                        | jpa.Stored
			""")
	void eachRuleBites(String fixture, String rule, String type) {
		assertThat(violations(fixture)).anySatisfy((violation) -> assertThat(violation).contains(rule, type));
	}

	@Test
	void aLibraryMayHaveAnApi() {
		JavaClasses classes = fixture("publics");
		assertThat(ArchitectureRules.violations(classes, HouseRules.forLibrary("orderly.test.fixture.publics")))
			.isEmpty();
	}

	@Test
	void aFileOfMoreThan150LinesIsTooLong() throws IOException {
		write("package-info.java", "\n@NullMarked\npackage a.b;\n");
		write("Fits.java", "//\n".repeat(150));
		assertThat(SourceRules.violations(this.sources, "a.b")).isEmpty();
		write("TooLong.java", "//\n".repeat(151));
		assertThat(SourceRules.violations(this.sources, "a.b")).singleElement().asString().contains("TooLong.java");
	}

	@Test
	void aPackageWithoutAnIntroductionIsFound() throws IOException {
		write("Fits.java", "");
		assertThat(SourceRules.violations(this.sources, "a.b")).singleElement().asString().contains("introduces");
	}

	@Test
	void aMisspeltPackageDoesNotPass() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> ArchitectureRules.check("orderly.tset"))
			.withMessageContaining("no sources")
			.withMessageContaining("no classes");
	}

	private static List<String> violations(String fixture) {
		return ArchitectureRules.violations(fixture(fixture), HouseRules.forProgram("orderly.test.fixture." + fixture));
	}

	private static JavaClasses fixture(String name) {
		return new ClassFileImporter().importPackages("orderly.test.fixture." + name);
	}

	private void write(String name, String content) throws IOException {
		Files.writeString(Files.createDirectories(this.sources.resolve("a/b")).resolve(name), content);
	}

}
