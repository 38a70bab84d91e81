package orderly.chassis;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The patterns of this process that can be switched off and on while it runs. Each is a
 * property {@code orderly.policies.NAME}, {@code on} or {@code off}, which the process
 * declares where the pattern is; a switch lies on top of all other property sources, so
 * that the environment tells the state of now to everybody.
 */
public class Policies {

	private static final String PREFIX = "orderly.policies.";

	private final Map<String, Object> switched = new ConcurrentHashMap<>();

	private final ConfigurableEnvironment environment;

	Policies(ConfigurableEnvironment environment) {
		this.environment = environment;
		environment.getPropertySources().addFirst(new MapPropertySource("switched policies", this.switched));
	}

	/**
	 * Whether a pattern acts at the moment.
	 * @param name its name, as {@code retry}
	 * @return true also where nobody has said anything about it
	 */
	public boolean isOn(String name) {
		return this.environment.getProperty(PREFIX + name, Boolean.class, true);
	}

	/**
	 * A pattern that is switched off is another object, not a question inside of it.
	 * @param <T> what both are
	 * @param name the pattern's name
	 * @param on what acts while it is on
	 * @param off what acts while it is off
	 * @return gives the one of now; to be asked once for each piece of work
	 */
	public <T> Supplier<T> choose(String name, T on, T off) {
		return () -> isOn(name) ? on : off;
	}

	/** The state of each policy that this process declares. */
	Map<String, Boolean> states() {
		Map<String, Boolean> states = new TreeMap<>();
		this.environment.getPropertySources()
			.stream()
			.filter(EnumerablePropertySource.class::isInstance)
			// Variables spell names in a way of their own, and may name what is not here.
			.filter((source) -> !(source instanceof SystemEnvironmentPropertySource)
					&& !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
			.flatMap((source) -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
			.filter((property) -> property.startsWith(PREFIX))
			.map((property) -> property.substring(PREFIX.length()))
			.forEach((name) -> states.put(name, isOn(name)));
		return states;
	}

	/** Switches a declared policy. */
	void set(String name, boolean on) {
		this.switched.put(PREFIX + name, on);
	}

}
