package orderly.lab.cli;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import orderly.test.deployment.DeployedSettings;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class DeployedSettingsTests {

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:(\\w+)}");

	private final DeployedSettings settings = DeployedSettings.of("lab", read());

	@Test
	void composeGivesOnlyWhatIsRead() {
		this.settings.checkCompose();
	}

	@Test
	void noticesASettingThatNobodyReads() {
		assertThat(this.settings.unread(Set.of("ORDERLY_GATEWAY", "ORDERLY_GATEWAYS")))
			.containsExactly("ORDERLY_GATEWAYS");
	}

	/** What the options name as their defaults, and what names a system elsewhere. */
	private static Set<String> read() {
		Set<String> names = new TreeSet<>(Elsewhere.VARIABLES);
		Orderly.commandLine().getSubcommands().values().forEach((word) -> names.addAll(of(word)));
		return names;
	}

	private static Set<String> of(CommandLine word) {
		return word.setInterpolateVariables(false)
			.getCommandSpec()
			.options()
			.stream()
			.flatMap((option) -> VARIABLE.matcher(String.valueOf(option.defaultValue())).results())
			.map((found) -> found.group(1))
			.collect(Collectors.toSet());
	}

}
