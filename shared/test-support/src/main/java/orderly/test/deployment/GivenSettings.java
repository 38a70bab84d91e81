package orderly.test.deployment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The environment variables that a deployment gives the containers of an image. */
final class GivenSettings {

	private GivenSettings() {
	}

	/** By a compose file, in whatever profile. */
	static Set<String> byCompose(String yaml, String image) {
		List<Yaml> containers = Yaml.documents(yaml)
			.flatMap((file) -> file.at("services").values())
			.filter((service) -> service.at("image").text().equals(image))
			.toList();
		return namesOf(containers, (container) -> container.at("environment").keys().stream(), image);
	}

	/** By Kubernetes manifests: directly, or by the ConfigMaps and Secrets they name. */
	static Set<String> byKubernetes(String yaml, String image) {
		List<Yaml> documents = Yaml.documents(yaml).toList();
		List<Yaml> containers = documents.stream()
			.flatMap((document) -> document.at("spec", "template", "spec", "containers").items())
			.filter((container) -> container.at("image").text().replaceFirst(":.*", "").equals(image))
			.toList();
		return namesOf(containers, (container) -> Stream
			.concat(container.at("env").items().map((each) -> each.at("name").text()), imported(container, documents)),
				image);
	}

	private static Stream<String> imported(Yaml container, List<Yaml> documents) {
		return container.at("envFrom")
			.items()
			.flatMap((from) -> Stream.concat(keys("ConfigMap", from.at("configMapRef", "name"), documents),
					keys("Secret", from.at("secretRef", "name"), documents)));
	}

	private static Stream<String> keys(String kind, Yaml name, List<Yaml> documents) {
		return documents.stream()
			.filter((document) -> document.at("kind").text().equals(kind))
			.filter((document) -> document.at("metadata", "name").text().equals(name.text()))
			.flatMap((document) -> document.at("data").keys().stream());
	}

	private static Set<String> namesOf(List<Yaml> containers, Function<Yaml, Stream<String>> namesOf, String image) {
		if (containers.isEmpty()) {
			throw new IllegalStateException("no container runs " + image);
		}
		Set<String> names = new TreeSet<>();
		containers.stream().flatMap(namesOf).forEach(names::add);
		return names;
	}

}
