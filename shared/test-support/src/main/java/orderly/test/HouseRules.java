package orderly.test;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The rules that can be read from classes. */
final class HouseRules {

	private static final String[] BROKERS = { "org.apache.kafka..", "org.springframework.kafka..",
			"org.springframework.boot.kafka..", "org.springframework.amqp..", "com.rabbitmq..", "jakarta.jms..",
			"org.springframework.jms..", "org.apache.activemq..", "org.apache.pulsar..", "org.springframework.pulsar..",
			"io.nats..", "org.springframework.cloud.stream.." };

	private static final String[] MAY_NAME_A_BROKER = { "orderly.messaging.kafka..", "orderly.backing..",
			"orderly.lab.." };

	private HouseRules() {
	}

	static List<ArchRule> forProgram(String root) {
		return Stream.concat(Stream.of(onlyMainIsPublic(root), onlyResultsArePublic(root)), forLibrary(root).stream())
			.toList();
	}

	static List<ArchRule> forLibrary(String root) {
		return List.of(noBroker(), noCycles(root), GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION, names(),
				noJpaNorMapper());
	}

	private static ArchRule onlyMainIsPublic(String root) {
		return classes().that()
			.resideInAPackage(root)
			.and(visible())
			.should(HouseConditions.haveAMainMethod())
			.as("In a program's own package only the main class is public");
	}

	private static ArchRule onlyResultsArePublic(String root) {
		return classes().that()
			.resideInAPackage(root + ".(*)..")
			.and(visible())
			.should(HouseConditions.sayWhatAPartnerOffers())
			.as("In a partner's package only interfaces, results and exceptions are public");
	}

	private static ArchRule noBroker() {
		return noClasses().that()
			.resideOutsideOfPackages(MAY_NAME_A_BROKER)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(BROKERS)
			.as("Only the transport names a broker");
	}

	private static ArchRule noCycles(String root) {
		return SlicesRuleDefinition.slices()
			.assignedFrom(packagesUnder(root))
			.should()
			.beFreeOfCycles()
			.as("Packages have no cycles");
	}

	private static ArchRule names() {
		return noClasses().should()
			.haveNameMatching(".*(Impl|Utils?|Manager|DTO|Dto)(\\$.*)?")
			.as("No *Impl, *Util, *Manager, *DTO: say what it is");
	}

	private static ArchRule noJpaNorMapper() {
		return noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("jakarta.persistence..", "javax.persistence..", "org.hibernate..", "org.mapstruct..",
					"lombok..")
			.as("No JPA, MapStruct or Lombok");
	}

	/** Public, and inside public types only. */
	private static DescribedPredicate<JavaClass> visible() {
		return DescribedPredicate.describe("visible", (type) -> type.getModifiers().contains(JavaModifier.PUBLIC)
				&& type.getEnclosingClass().map((outer) -> visible().test(outer)).orElse(true));
	}

	private static SliceAssignment packagesUnder(String root) {
		return new SliceAssignment() {
			@Override
			public SliceIdentifier getIdentifierOf(JavaClass type) {
				String name = type.getPackageName();
				boolean ours = name.equals(root) || name.startsWith(root + ".");
				return ours ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
			}

			@Override
			public String getDescription() {
				return "packages under " + root;
			}
		};
	}

}
