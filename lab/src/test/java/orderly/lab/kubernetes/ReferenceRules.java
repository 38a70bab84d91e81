package orderly.lab.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.Volume;

/** Who is named must be there. */
final class ReferenceRules {

	private final Cluster cluster;

	private final Set<String> keys;

	ReferenceRules(Cluster cluster) {
		this.cluster = cluster;
		this.keys = Stream
			.concat(cluster.all(ConfigMap.class).flatMap((map) -> keys(map, map.getData())),
					cluster.all(Secret.class).flatMap((secret) -> keys(secret, secret.getData())))
			.collect(Collectors.toSet());
	}

	Stream<String> violations() {
		return Stream.concat(this.cluster.all(Service.class).flatMap(this::ofService),
				this.cluster.workloads().stream().flatMap(this::ofWorkload));
	}

	private Stream<String> ofService(Service service) {
		String name = "Service " + service.getMetadata().getName();
		List<Workload> behind = this.cluster.workloads()
			.stream()
			.filter((each) -> each.isChosenBy(service.getSpec().getSelector()))
			.toList();
		if (behind.isEmpty()) {
			return Stream.of(name + ": has no pods");
		}
		return service.getSpec()
			.getPorts()
			.stream()
			.filter((port) -> !behind.stream().allMatch((each) -> listens(each, port)))
			.map((port) -> name + ": nobody listens at " + port.getTargetPort().getValue());
	}

	private static boolean listens(Workload workload, ServicePort port) {
		return workload.containers()
			.stream()
			.flatMap((container) -> container.getPorts().stream())
			.anyMatch((open) -> port.getTargetPort().getValue().equals(open.getName()));
	}

	private Stream<String> ofWorkload(Workload workload) {
		Stream<String> references = Stream
			.of(account(workload), selector(workload), others(workload),
					workload.pod().getVolumes().stream().flatMap(this::source),
					workload.containers().stream().flatMap(this::settings),
					workload.containers().stream().flatMap((container) -> mounts(workload, container)))
			.flatMap((each) -> each);
		return references.map((violation) -> workload.name() + ": " + violation);
	}

	private Stream<String> account(Workload workload) {
		return missing(ServiceAccount.class, workload.pod().getServiceAccountName());
	}

	private static Stream<String> selector(Workload workload) {
		boolean own = workload.isChosenBy(workload.selector().getMatchLabels());
		return own ? Stream.empty() : Stream.of("does not find its own pods");
	}

	private Stream<String> others(Workload workload) {
		return this.cluster.workloads()
			.stream()
			.filter((other) -> !other.name().equals(workload.name()))
			.filter((other) -> other.isChosenBy(workload.selector().getMatchLabels()))
			.map((other) -> "takes the pods of " + other.name() + " for its own");
	}

	private Stream<String> source(Volume volume) {
		return Stream.concat(
				Stream.ofNullable(volume.getConfigMap()).flatMap((from) -> missing(ConfigMap.class, from.getName())),
				Stream.ofNullable(volume.getSecret()).flatMap((from) -> missing(Secret.class, from.getSecretName())));
	}

	private Stream<String> settings(Container container) {
		Stream<String> imported = container.getEnvFrom()
			.stream()
			.flatMap((from) -> missing(ConfigMap.class, from.getConfigMapRef().getName()));
		return Stream.concat(imported,
				container.getEnv()
					.stream()
					.map((each) -> each.getValueFrom())
					.filter(Objects::nonNull)
					.flatMap(this::value));
	}

	private Stream<String> value(EnvVarSource from) {
		return Stream.concat(
				Stream.ofNullable(from.getSecretKeyRef()).map((ref) -> "Secret " + ref.getName() + "/" + ref.getKey()),
				Stream.ofNullable(from.getConfigMapKeyRef())
					.map((ref) -> "ConfigMap " + ref.getName() + "/" + ref.getKey()))
			.filter((reference) -> !this.keys.contains(reference))
			.map((reference) -> "there is no " + reference);
	}

	private static Stream<String> mounts(Workload workload, Container container) {
		return container.getVolumeMounts()
			.stream()
			.map((mount) -> mount.getName())
			.filter((name) -> !workload.claims().contains(name))
			.filter((name) -> workload.pod().getVolumes().stream().noneMatch((each) -> each.getName().equals(name)))
			.map((name) -> "there is no volume " + name);
	}

	private Stream<String> missing(Class<? extends HasMetadata> kind, String name) {
		boolean there = this.cluster.names(kind).contains(name);
		return there ? Stream.empty() : Stream.of("there is no %s %s".formatted(kind.getSimpleName(), name));
	}

	private static Stream<String> keys(HasMetadata resource, Map<String, String> data) {
		return data.keySet()
			.stream()
			.map((key) -> resource.getKind() + " " + resource.getMetadata().getName() + "/" + key);
	}

}
