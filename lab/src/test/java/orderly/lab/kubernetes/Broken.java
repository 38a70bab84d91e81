package orderly.lab.kubernetes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Breaks manifests: wherever a key stands, it gets another value, or goes.
 *
 * @param kind only in resources of this kind; all where it is empty
 * @param key the key at fault
 * @param value its new value; null takes the key away
 */
record Broken(String kind, String key, @Nullable Object value) {

	/**
	 * Says what to break.
	 * @param place a key, or kind and key as in {@code Service/selector}
	 * @param value YAML, or nothing
	 */
	static Broken at(String place, @Nullable String value) {
		String[] parts = ("/" + place).split("/");
		return new Broken((parts.length == 3) ? parts[1] : "", parts[parts.length - 1],
				(value != null) ? yaml().load(value) : null);
	}

	String of(String manifests) {
		Stream<Object> documents = StreamSupport.stream(yaml().loadAll(manifests).spliterator(), false);
		return yaml().dumpAll(documents.map(this::document).iterator());
	}

	private Object document(Object document) {
		boolean meant = this.kind.isEmpty() || this.kind.equals(((Map<?, ?>) document).get("kind"));
		return meant ? copy(document) : document;
	}

	private Object copy(Object node) {
		return switch (node) {
			case Map<?, ?> map -> map(map);
			case List<?> list -> list.stream().map(this::copy).toList();
			default -> node;
		};
	}

	private Map<String, @Nullable Object> map(Map<?, ?> map) {
		Map<String, @Nullable Object> copy = new LinkedHashMap<>();
		map.forEach((name, child) -> copy.put(name.toString(), (child != null) ? copy(child) : null));
		if (copy.remove(this.key) != null && this.value != null) {
			copy.put(this.key, this.value);
		}
		return copy;
	}

	private static Yaml yaml() {
		return new Yaml(new SafeConstructor(new LoaderOptions()));
	}

}
