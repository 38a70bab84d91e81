package orderly.gateway;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import io.micrometer.common.KeyValue;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.config.RouteProperties;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Measures the gateway's calls by service and route: by itself a call through the load
 * balancer would be known by the address of the instance.
 */
@Component
class CalledService extends DefaultClientRequestObservationConvention {

	private final Map<String, RouteProperties> routes;

	CalledService(GatewayMvcProperties routes) {
		this.routes = routes.getRoutesMap();
	}

	@Override
	protected KeyValue clientName(ClientRequestObservationContext context) {
		return routeId().map(this.routes::get)
			.map(RouteProperties::getUri)
			.map(URI::getHost)
			.map((service) -> KeyValue.of("client.name", service))
			.orElseGet(() -> super.clientName(context));
	}

	@Override
	protected KeyValue uri(ClientRequestObservationContext context) {
		return routeId().map((route) -> KeyValue.of("uri", route)).orElseGet(() -> super.uri(context));
	}

	private static Optional<String> routeId() {
		return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
			.filter(ServletRequestAttributes.class::isInstance)
			.map(ServletRequestAttributes.class::cast)
			.map(ServletRequestAttributes::getRequest)
			.map(CalledService::routeId);
	}

	private static String routeId(HttpServletRequest request) {
		return (String) request.getAttribute(MvcUtils.GATEWAY_ROUTE_ID_ATTR);
	}

}
