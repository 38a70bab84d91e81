package orderly.gateway;

import java.util.List;

import io.swagger.v3.oas.annotations.Hidden;
import orderly.chassis.StandardProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

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

	ApiDocs(LoadBalancerClient instances, RestClient.Builder client, EdgeDocument edge, GatewaySettings settings) {
		this.instances = instances;
		this.client = client.build();
		this.edge = edge;
		this.services = settings.partners();
	}

	@GetMapping("/api-docs/{service}")
	ObjectNode of(@PathVariable String service) {
		if (!this.services.contains(service)) {
			throw StandardProblem.NOT_FOUND.because("There is no service of this name.");
		}
		ObjectNode document = ask(this.instances.choose(service));
		if (document == null) {
			throw StandardProblem.UNAVAILABLE.because("The service does not describe itself at the moment.");
		}
		return this.edge.of(service, document);
	}

	private @Nullable ObjectNode ask(@Nullable ServiceInstance instance) {
		return (instance == null) ? null
				: this.client.get().uri(instance.getUri() + "/v3/api-docs").retrieve().body(ObjectNode.class);
	}

}
