package orderly.gateway;

import orderly.chassis.EdgeUrl;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.gateway.server.mvc.filter.FilterSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.web.accept.ApiVersionResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * What makes the chassis an edge.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewaySettings.class)
class Edge {

	@Bean
	FilterSupplier edgeFilters() {
		return new EdgeFilters();
	}

	/** A path is here what it is for the client. */
	@Bean
	EdgeUrl asAsked() {
		return EdgeUrl::pathOf;
	}

	@Bean
	ApiVersionResolver askedVersion() {
		return new AskedVersion();
	}

	/** Within the request's span, so that a refusal has a trace as any other answer. */
	@Bean
	FilterRegistrationBean<EdgeGuard> edgeGuard(
			@Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
		FilterRegistrationBean<EdgeGuard> guard = new FilterRegistrationBean<>(new EdgeGuard(problems));
		guard.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
		return guard;
	}

}
