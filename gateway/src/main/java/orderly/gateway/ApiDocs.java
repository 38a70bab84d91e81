package orderly.gateway;

import java.util.List;

import io.swagger.v3.oas.annotations.Hidden;
import orderly.chassis.Problem;
import orderly.chassis.StandardProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/**
 * Each service's own OpenAPI document, as far as the edge offers it.
 */
@Hidden
@RestController
class ApiDocs {

	private final LoadBalancerClient instances;

	private final RestClient client;

	private final EdgeDocument edge;

	private final List<String> services;

	private final List<String> versions;

	ApiDocs(LoadBalancerClient instances, RestClient.Builder client, EdgeDocument edge, GatewaySettings settings,
			@Value("${spring.mvc.apiversion.supported}") List<String> versions) {
		this.instances = instances;
		this.client = client.build();
		this.edge = edge;
		this.services = settings.partners();
		this.versions = versions;
	}

	/** What looks the same in every version of the API is described once. */
	@GetMapping("/api-docs/{service}")
	ObjectNode of(@PathVariable String service) {
		return this.edge.of(service, this.versions, ask(service, "/v3/api-docs"));
	}

	@GetMapping("/api-docs/{service}/v{version}")
	ObjectNode of(@PathVariable String service, @PathVariable String version) {
		if (!this.versions.contains(version)) {
			throw noSuchDescription();
		}
		return this.edge.of(service, List.of(version), ask(service, "/v3/api-docs/v" + version));
	}

	private ObjectNode ask(String service, String path) {
		if (!this.services.contains(service)) {
			throw StandardProblem.NOT_FOUND.because("There is no service of this name.");
		}
		ServiceInstance instance = this.instances.choose(service);
		ObjectNode document = (instance != null) ? ask(instance, path) : null;
		if (document == null) {
			throw StandardProblem.UNAVAILABLE.because("The service does not describe itself at the moment.");
		}
		return document;
	}

	private @Nullable ObjectNode ask(ServiceInstance instance, String path) {
		return this.client.get()
			.uri(instance.getUri() + path)
			.retrieve()
			.onStatus((status) -> status.value() == 404, (request, response) -> {
				throw noSuchDescription();
			})
			.body(ObjectNode.class);
	}

	private static Problem noSuchDescription() {
		return StandardProblem.NOT_FOUND.because("The service has no such description. The OpenAPI page lists them.");
	}

}
