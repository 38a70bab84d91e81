package orderly.messaging.kafka;

import orderly.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class KafkaArchitectureTests {

	@Test
	void followsTheRulesOfTheHouse() {
		ArchitectureRules.checkLibrary("orderly.messaging.kafka");
	}

}
