package orderly.test.deployment;

import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeployedSettingsTests {

	private final DeployedSettings good = DeployedSettings.of("shop", Set.of("OWN", "RELEASE", "SECRET", "SHARED"));

	private final DeployedSettings forgetful = DeployedSettings.of("shop", Set.of("RELEASE", "SHARED"));

	@Test
	void composeGivesOnlyWhatIsRead() {
		assertThatCode(() -> this.good.checkCompose(GivenSettingsTests.COMPOSE)).doesNotThrowAnyException();
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.forgetful.checkCompose(GivenSettingsTests.COMPOSE))
			.withMessage("compose gives shop what it does not read: [OWN]");
	}

	@Test
	void kubernetesGivesOnlyWhatIsRead() {
		assertThatCode(() -> this.good.checkKubernetes(GivenSettingsTests.MANIFESTS)).doesNotThrowAnyException();
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.forgetful.checkKubernetes(GivenSettingsTests.MANIFESTS))
			.withMessage("Kubernetes gives shop what it does not read: [OWN, SECRET]");
	}

}
