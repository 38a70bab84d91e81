package orderly.gateway;

import orderly.chassis.EdgeUrl;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.server.mvc.filter.FilterSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.accept.ApiVersionResolver;

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

}
