package orderly.balancing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.RequestDataContext;
import org.springframework.cloud.loadbalancer.core.DelegatingServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;

/**
 * Releases side by side: a request reaches only instances that serve its API version.
 * Spring Cloud's own {@code api-version} supplier compares for equality with a single
 * version; an instance here may serve several.
 */
class ServedVersions extends DelegatingServiceInstanceListSupplier {

	private static final String HEADER = "API-Version";

	private static final String METADATA = "api-versions";

	ServedVersions(ServiceInstanceListSupplier instances) {
		super(instances);
	}

	@Override
	public Flux<List<ServiceInstance>> get() {
		return getDelegate().get();
	}

	@Override
	@SuppressWarnings("rawtypes") // as the interface has it
	public Flux<List<ServiceInstance>> get(Request request) {
		return getDelegate().get(request).map((all) -> serving(version(request), all));
	}

	private static @Nullable String version(Request<?> request) {
		return (request.getContext() instanceof RequestDataContext context && context.getClientRequest() != null
				&& context.getClientRequest().getHeaders() != null)
						? context.getClientRequest().getHeaders().getFirst(HEADER) : null;
	}

	// tag::serving[]
	private static List<ServiceInstance> serving(@Nullable String version, List<ServiceInstance> all) {
		return (version == null) ? all : all.stream().filter((instance) -> serves(instance, version)).toList();
	}

	/** Without that metadata it serves all. */
	private static boolean serves(ServiceInstance instance, String version) {
		return Metadata.of(instance, METADATA)
			.map((versions) -> List.of(versions.split("\\s*,\\s*")).contains(version))
			.orElse(true);
	}
	// end::serving[]

}
