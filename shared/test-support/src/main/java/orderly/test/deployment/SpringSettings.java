package orderly.test.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * The settings that a Spring process with this class path reads: those that its libraries
 * publish (Spring Boot's configuration metadata), and those of ours, each of which stands
 * with its default and its reason in a YAML or properties file of its owner.
 */
class SpringSettings implements Predicate<String> {

	private static final String METADATA = "classpath*:META-INF/spring-configuration-metadata.json";

	private static final List<String> OURS = List.of("classpath*:application.yml", "classpath*:orderly/**/*.yml",
			"classpath*:orderly/**/*.properties");

	// by the name as an environment variable: the type
	private final Map<String, String> types = new HashMap<>();

	SpringSettings() {
		resources(METADATA).forEach(this::addPublished);
		OURS.stream().flatMap(SpringSettings::resources).forEach(this::addOurs);
	}

	/** Whether an environment variable of this name sets something. */
	@Override
	public boolean test(String variable) {
		return this.types.containsKey(variable) || this.types.entrySet()
			.stream()
			.anyMatch((known) -> isMap(known.getValue()) && variable.startsWith(known.getKey() + "_"));
	}

	private static boolean isMap(String type) {
		return type.startsWith("java.util.Map");
	}

	private void addPublished(Resource metadata) {
		Map<String, Object> json = JsonParserFactory.getJsonParser().parseMap(textOf(metadata));
		for (Object each : (List<?>) json.getOrDefault("properties", List.of())) {
			Map<?, ?> property = (Map<?, ?>) each;
			add(String.valueOf(property.get("name")), String.valueOf(property.get("type")));
		}
	}

	private void addOurs(Resource file) {
		keysOf(file).filter((key) -> key.startsWith("orderly.")).forEach((key) -> add(key, "ours"));
	}

	/**
	 * The rules of relaxed binding: {@code prefer-ip-address} is PREFERIPADDRESS; or, as
	 * in older releases and not for a map, PREFER_IP_ADDRESS.
	 */
	private void add(String property, String type) {
		String variable = property.replace('.', '_').toUpperCase(Locale.ROOT);
		this.types.put(variable.replace("-", ""), type);
		if (!isMap(type)) {
			this.types.putIfAbsent(variable.replace('-', '_'), type);
		}
	}

	private static Stream<String> keysOf(Resource file) {
		try {
			return propertiesOf(file).keySet().stream().map(String::valueOf);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Properties propertiesOf(Resource file) throws IOException {
		if (String.valueOf(file.getFilename()).endsWith(".properties")) {
			return PropertiesLoaderUtils.loadProperties(file);
		}
		YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
		yaml.setResources(file);
		return Objects.requireNonNullElseGet(yaml.getObject(), Properties::new);
	}

	private static Stream<Resource> resources(String pattern) {
		try {
			return Stream.of(new PathMatchingResourcePatternResolver().getResources(pattern));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String textOf(Resource resource) {
		try {
			return resource.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
