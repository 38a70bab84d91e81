package orderly.test;

import java.util.function.Predicate;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What public types may be. */
final class HouseConditions {

	private HouseConditions() {
	}

	static ArchCondition<JavaClass> haveAMainMethod() {
		return condition("have a main method", (type) -> type.tryGetMethod("main", String[].class).isPresent());
	}

	static ArchCondition<JavaClass> sayWhatAPartnerOffers() {
		return condition("be an interface, a result or an exception", (type) -> type.isInterface() || type.isRecord()
				|| type.isEnum() || type.isAssignableTo(Throwable.class) || haveMain(type));
	}

	private static boolean haveMain(JavaClass type) {
		return type.tryGetMethod("main", String[].class).isPresent();
	}

	private static ArchCondition<JavaClass> condition(String description, Predicate<JavaClass> holds) {
		return new ArchCondition<>(description) {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				String message = type.getName() + " should " + description + ", or be package-private";
				events.add(new SimpleConditionEvent(type, holds.test(type), message));
			}
		};
	}

}
