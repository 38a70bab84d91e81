package orderly.gateway;

import java.net.URI;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the gateway needs beside its routes.
 *
 * @param partners the services that it must know an instance of before it says that it
 * can serve
 * @param links where people look
 */
@ConfigurationProperties("orderly.gateway")
record GatewaySettings(List<String> partners, Links links) {

	/**
	 * Addresses as a browser reaches them, without a slash at the end.
	 *
	 * @param zipkin traces
	 * @param eureka the registry
	 */
	record Links(URI zipkin, URI eureka) {
	}

}
