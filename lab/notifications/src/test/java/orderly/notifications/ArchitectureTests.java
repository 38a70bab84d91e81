package orderly.notifications;

import orderly.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

	@Test
	void keepsTheRulesOfTheHouse() {
		ArchitectureRules.check("orderly.notifications");
	}

}
