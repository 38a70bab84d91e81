package orderly.chassis;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Puts the settings that all services start from under everything else: whatever a
 * service, a profile or the outside says wins. A profile may have defaults of its own.
 */
class ChassisDefaults implements EnvironmentPostProcessor, Ordered {

	private final YamlPropertySourceLoader yaml = new YamlPropertySourceLoader();

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		JdkClientFlags.set();
		for (String profile : environment.getActiveProfiles()) {
			addLast(environment, "defaults-" + profile);
		}
		addLast(environment, "defaults");
	}

	private void addLast(ConfigurableEnvironment environment, String name) {
		ClassPathResource file = new ClassPathResource("orderly/chassis/" + name + ".yml");
		if (file.exists()) {
			load(name, file).forEach(environment.getPropertySources()::addLast);
		}
	}

	private Iterable<? extends PropertySource<?>> load(String name, ClassPathResource file) {
		try {
			return this.yaml.load("chassis " + name, file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
