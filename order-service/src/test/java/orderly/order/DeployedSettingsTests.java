package orderly.order;

import java.util.Set;

import orderly.test.deployment.DeployedSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeployedSettingsTests {

	private final DeployedSettings settings = DeployedSettings.ofSpring("order-service");

	@Test
	void composeAndKubernetesGiveOnlyWhatIsRead() {
		this.settings.check();
	}

	@Test
	void noticesASettingThatNobodyReads() {
		assertThat(this.settings.unread(Set.of("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_URI",
				"EUREKA_CLIENT_SERVICEURL_DEFAULTZONE", "EUREKA_CLIENT_SERVICE_URL_DEFAULTZONE",
				"ORDERLY_POLICIES_OUTBOX", "ORDERLY_POLICIES_OUTBOXES", "ORDERLY_ORDER_KEYWAIT")))
			.containsExactly("EUREKA_CLIENT_SERVICE_URL_DEFAULTZONE", "ORDERLY_POLICIES_OUTBOXES",
					"SPRING_DATASOURCE_URI");
	}

}
