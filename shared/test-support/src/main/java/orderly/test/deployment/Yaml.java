package orderly.test.deployment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A place in a YAML document; where nothing is, everything below is empty.
 *
 * @param value what SnakeYAML made of it
 */
record Yaml(@Nullable Object value) {

	static Stream<Yaml> documents(String text) {
		var parser = new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions()));
		return StreamSupport.stream(parser.loadAll(text).spliterator(), false).map(Yaml::new);
	}

	Yaml at(String... keys) {
		@Nullable Object place = this.value;
		for (String key : keys) {
			place = (place instanceof Map<?, ?> map) ? map.get(key) : null;
		}
		return new Yaml(place);
	}

	Stream<Yaml> items() {
		return (this.value instanceof List<?> list) ? list.stream().map(Yaml::new) : Stream.empty();
	}

	Stream<Yaml> values() {
		return (this.value instanceof Map<?, ?> map) ? map.values().stream().map(Yaml::new) : Stream.empty();
	}

	Set<String> keys() {
		return (this.value instanceof Map<?, ?> map) ? Set.copyOf(map.keySet().stream().map(String::valueOf).toList())
				: Set.of();
	}

	String text() {
		return (this.value != null) ? this.value.toString() : "";
	}

}
