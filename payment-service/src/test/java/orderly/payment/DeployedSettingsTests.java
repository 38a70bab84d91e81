package orderly.payment;

import orderly.test.deployment.DeployedSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeployedSettingsTests {

	private final DeployedSettings settings = DeployedSettings.ofSpring("payment-service");

	@Test
	void composeGivesOnlyWhatIsRead() {
		assertThat(this.settings.unreadOfCompose()).isEmpty();
	}

	@Test
	void kubernetesGivesOnlyWhatIsRead() {
		assertThat(this.settings.unreadOfKubernetes()).isEmpty();
	}

}
