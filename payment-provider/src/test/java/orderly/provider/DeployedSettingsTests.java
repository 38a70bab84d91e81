package orderly.provider;

import java.util.AbstractMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import orderly.test.deployment.DeployedSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeployedSettingsTests {

	private final DeployedSettings settings = DeployedSettings.of("payment-provider", asked());

	@Test
	void composeAndKubernetesGiveOnlyWhatIsRead() {
		this.settings.check();
	}

	@Test
	void noticesASettingThatNobodyReads() {
		assertThat(this.settings.unread(Set.of("SPRING_DATASOURCE_URL", "SPRING_KAFKA_BOOTSTRAP_SERVERS")))
			.containsExactly("SPRING_KAFKA_BOOTSTRAP_SERVERS");
	}

	/** An empty environment that remembers what it was asked for. */
	private static Set<String> asked() {
		Set<String> names = new HashSet<>();
		ProviderSettings.from(new AbstractMap<>() {
			@Override
			public String getOrDefault(Object name, String otherwise) {
				names.add(name.toString());
				return otherwise;
			}

			@Override
			public Set<Map.Entry<String, String>> entrySet() {
				return Set.of();
			}
		});
		return names;
	}

}
