package orderly.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Turns what a service says of its interface into what holds at the edge: only what is
 * routed, called through the gateway, and with the problems that anything may answer.
 */
@Component
class EdgeDocument {

	private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "options", "head");

	private final EdgeOperations operations;

	private final JsonNode problem;

	EdgeDocument(EdgeOperations operations, JsonMapper json) {
		this.operations = operations;
		try (InputStream in = new ClassPathResource("problem-openapi.json").getInputStream()) {
			this.problem = json.readTree(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	ObjectNode of(String service, List<String> versions, ObjectNode document) {
		document.withObject("/info").put("title", service);
		ArrayNode servers = document.putArray("servers");
		versions.forEach((version) -> servers.addObject().put("url", "/api/v" + version));
		ObjectNode paths = document.withObject("/paths");
		for (String path : List.copyOf(paths.propertyNames())) {
			keepOffered(path, paths.withObject("/" + escaped(path)));
			if (paths.path(path).isEmpty()) {
				paths.remove(path);
			}
		}
		document.withObject("/components/responses").set("Problem", this.problem.at("/response"));
		document.withObject("/components/schemas").set("Problem", this.problem.at("/schema"));
		return document;
	}

	private void keepOffered(String path, ObjectNode item) {
		for (String method : List.copyOf(item.propertyNames())) {
			if (METHODS.contains(method)) {
				if (this.operations.offers(method, path)) {
					atTheEdge(item.withObject("/" + method));
				}
				else {
					item.remove(method);
				}
			}
		}
	}

	/** The path says the version, and anything may end in a problem. */
	private void atTheEdge(ObjectNode operation) {
		if (operation.path("parameters") instanceof ArrayNode parameters) {
			parameters.removeIf((parameter) -> "API-Version".equals(parameter.path("name").asString()));
		}
		ObjectNode responses = operation.withObject("/responses");
		responses.propertyNames()
			.stream()
			.filter(EdgeDocument::isProblem)
			.forEach((code) -> responses.withObject("/" + code).set("content", this.problem.at("/response/content")));
		responses.putObject("default").put("$ref", "#/components/responses/Problem");
	}

	private static boolean isProblem(String code) {
		return code.startsWith("4") || code.startsWith("5");
	}

	/** In a JSON pointer a slash within a name is written ~1. */
	private static String escaped(String name) {
		return name.replace("~", "~0").replace("/", "~1");
	}

}
