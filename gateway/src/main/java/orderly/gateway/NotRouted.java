package orderly.gateway;

import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import orderly.chassis.StandardProblem;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.accept.ApiVersionStrategy;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What no route takes: OPTIONS tells the methods that are routed, others get 405 where
 * another method would have been routed, else 404.
 */
@RestController
class NotRouted {

	private final RouterFunction<?> routes;

	private final ApiVersionStrategy versions;

	NotRouted(@Qualifier("gatewayCompositeRouterFunction") RouterFunction<?> routes,
			@Qualifier("mvcApiVersionStrategy") ApiVersionStrategy versions) {
		this.routes = routes;
		this.versions = versions;
	}

	@RequestMapping("/api/**")
	void refuse(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
		throw new HttpRequestMethodNotSupportedException(request.getMethod(),
				routed(request).stream().map(HttpMethod::name).toList());
	}

	@RequestMapping(path = "/api/**", method = RequestMethod.OPTIONS)
	ResponseEntity<Void> options(HttpServletRequest request) {
		return ResponseEntity.noContent().allow(routed(request).toArray(HttpMethod[]::new)).build();
	}

	private List<HttpMethod> routed(HttpServletRequest servletRequest) {
		ServerRequest request = ServerRequest.create(servletRequest, List.of(), this.versions);
		List<HttpMethod> routed = Stream.of(HttpMethod.values()).filter((method) -> isRouted(request, method)).toList();
		if (routed.isEmpty()) {
			throw StandardProblem.NOT_FOUND.because("There is nothing here. The OpenAPI page lists what there is.");
		}
		return routed;
	}

	private boolean isRouted(ServerRequest request, HttpMethod method) {
		return this.routes.route(ServerRequest.from(request).method(method).build()).isPresent();
	}

}
