package orderly.registry;

import orderly.test.deployment.DeployedSettings;
import org.junit.jupiter.api.Test;

class DeployedSettingsTests {

	@Test
	void composeAndKubernetesGiveOnlyWhatIsRead() {
		DeployedSettings.ofSpring("registry").check();
	}

}
