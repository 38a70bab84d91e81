package orderly.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rules of the house, as a test of three lines: <pre>
 * &#64;Test
 * void followsTheRulesOfTheHouse() {
 *     ArchitectureRules.check("orderly.order");
 * }
 * </pre>
 */
public final class ArchitectureRules {

	private ArchitectureRules() {
	}

	/**
	 * Checks a program: nothing is public but its main class and, in the packages of its
	 * partners, their interfaces and results.
	 * @param root the module's package
	 * @throws AssertionError that names every violation
	 */
	public static void check(String root) {
		check(root, HouseRules.forProgram(root));
	}

	/**
	 * Checks a module whose public types are its API, or are used between its packages.
	 * @param root the module's package
	 * @throws AssertionError that names every violation
	 */
	public static void checkLibrary(String root) {
		check(root, HouseRules.forLibrary(root));
	}

	private static void check(String root, List<ArchRule> rules) {
		JavaClasses classes = new ClassFileImporter()
			.withImportOptions(List.of(new ImportOption.DoNotIncludeTests(), new ImportOption.DoNotIncludeJars()))
			.importPackages(root);
		List<String> violations = new ArrayList<>(violations(classes, rules));
		violations.addAll(SourceRules.violations(sources(), root));
		if (classes.isEmpty()) {
			violations.add("There are no classes in " + root);
		}
		if (!violations.isEmpty()) {
			throw new AssertionError(String.join("\n", violations));
		}
	}

	static List<String> violations(JavaClasses classes, List<ArchRule> rules) {
		return rules.stream().flatMap((rule) -> violations(classes, rule)).toList();
	}

	private static Stream<String> violations(JavaClasses classes, ArchRule rule) {
		return rule.allowEmptyShould(true)
			.evaluate(classes)
			.getFailureReport()
			.getDetails()
			.stream()
			.map((detail) -> rule.getDescription() + ": " + detail);
	}

	/** Surefire names the module's folder; in an IDE it is the working folder. */
	private static Path sources() {
		return Path.of(System.getProperty("basedir", ""), "src", "main", "java");
	}

}
