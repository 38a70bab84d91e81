package orderly.gateway;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.config.RouteProperties;
import org.springframework.stereotype.Component;

/**
 * The methods and paths that the routes take, as the services call them.
 */
@Component
class EdgeOperations {

	/** Each as {@code GET /orders/{}}. */
	private final Set<String> offered;

	EdgeOperations(GatewayMvcProperties routes) {
		this.offered = routes.getRoutesMap()
			.values()
			.stream()
			.flatMap(EdgeOperations::operations)
			.collect(Collectors.toSet());
	}

	boolean offers(String method, String path) {
		return this.offered.contains(operation(method, path));
	}

	private static Stream<String> operations(RouteProperties route) {
		return arguments(route, "Method").stream()
			.flatMap((method) -> arguments(route, "Path").stream()
				.filter((path) -> path.startsWith("/api/v"))
				.map((path) -> operation(method, path.replaceFirst("^/api/v\\{.*?}", ""))));
	}

	private static Collection<String> arguments(RouteProperties route, String predicate) {
		return route.getPredicates()
			.stream()
			.filter((candidate) -> predicate.equals(candidate.getName()))
			.findFirst()
			.map((found) -> found.getArgs().values())
			.orElse(List.of());
	}

	private static String operation(String method, String path) {
		return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{.*?}", "{}");
	}

}
