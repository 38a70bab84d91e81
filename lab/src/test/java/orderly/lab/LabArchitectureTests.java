package orderly.lab;

import orderly.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class LabArchitectureTests {

	@Test
	void followsTheRulesOfTheHouse() {
		ArchitectureRules.checkLibrary("orderly.lab");
	}

}
