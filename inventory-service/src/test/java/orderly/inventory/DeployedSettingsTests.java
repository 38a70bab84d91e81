package orderly.inventory;

import orderly.test.deployment.DeployedSettings;
import org.junit.jupiter.api.Test;

class DeployedSettingsTests {

	@Test
	void composeAndKubernetesGiveOnlyWhatIsRead() {
		DeployedSettings.ofSpring("inventory-service").check();
	}

}
