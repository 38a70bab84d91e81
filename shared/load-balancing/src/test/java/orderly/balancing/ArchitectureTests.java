package orderly.balancing;

import orderly.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

	@Test
	void followsTheRulesOfTheHouse() {
		ArchitectureRules.checkLibrary("orderly.balancing");
	}

}
