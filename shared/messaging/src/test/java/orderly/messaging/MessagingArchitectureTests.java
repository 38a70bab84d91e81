package orderly.messaging;

import orderly.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class MessagingArchitectureTests {

	@Test
	void followsTheRulesOfTheHouse() {
		ArchitectureRules.checkLibrary("orderly.messaging");
	}

}
