package orderly.lab.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What a cluster would hold after the manifests were applied, in Kubernetes' own types.
 *
 * @param resources in the manifests' order
 */
record Cluster(List<HasMetadata> resources) {

	private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of("Namespace", Namespace.class,
			"ServiceAccount", ServiceAccount.class, "ConfigMap", ConfigMap.class, "Secret", Secret.class, "Service",
			Service.class, "Deployment", Deployment.class, "StatefulSet", StatefulSet.class);

	private static final ObjectMapper STRICT = strict();

	/**
	 * Reads manifests.
	 * @throws IllegalArgumentException where a field or a kind does not exist, or has
	 * another type
	 */
	static Cluster of(String manifests) {
		Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
		return new Cluster(
				StreamSupport.stream(yaml.loadAll(manifests).spliterator(), false).map(Cluster::typed).toList());
	}

	<T extends HasMetadata> Stream<T> all(Class<T> kind) {
		return this.resources.stream().filter(kind::isInstance).map(kind::cast);
	}

	/** The names of all resources of a kind. */
	Set<String> names(Class<? extends HasMetadata> kind) {
		return Set.copyOf(all(kind).map((each) -> each.getMetadata().getName()).toList());
	}

	List<Workload> workloads() {
		return Stream.concat(all(Deployment.class).map(Workload::of), all(StatefulSet.class).map(Workload::of))
			.toList();
	}

	private static HasMetadata typed(Object document) {
		String kind = String.valueOf(((Map<?, ?>) document).get("kind"));
		Class<? extends HasMetadata> type = KINDS.get(kind);
		if (type == null) {
			throw new IllegalArgumentException("nobody expected a " + kind);
		}
		return STRICT.convertValue(document, type);
	}

	/**
	 * Kubernetes' types keep a field that they do not know, for the future's sake. Here
	 * it is a misspelt one.
	 */
	private static ObjectMapper strict() {
		return new ObjectMapper().setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
			@Override
			public Boolean hasAnySetter(Annotated place) {
				return false;
			}
		});
	}

}
