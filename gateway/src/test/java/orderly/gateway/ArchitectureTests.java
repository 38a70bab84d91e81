package orderly.gateway;

import orderly.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

	@Test
	void followsTheRulesOfTheHouse() {
		ArchitectureRules.check("orderly.gateway");
	}

}
