package orderly.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the gateway needs beside its routes.
 *
 * @param partners the services that it must know an instance of before it says that it
 * can serve
 * @param patience how long after its start it waits for all of them; from then on one is
 * enough
 * @param links where people look
 * @param problems what each type of problem means, by its slug
 */
@ConfigurationProperties("orderly.gateway")
record GatewaySettings(List<String> partners, Duration patience, Links links, Map<String, Meaning> problems) {

	/**
	 * Addresses as a browser reaches them, without a slash at the end.
	 *
	 * @param zipkin traces
	 * @param eureka the registry
	 */
	record Links(URI zipkin, URI eureka) {
	}

	/**
	 * A problem in words for people.
	 *
	 * @param status its HTTP status
	 * @param title its short name
	 * @param meaning what it says
	 * @param remedy what to do about it
	 */
	record Meaning(int status, String title, String meaning, String remedy) {
	}

}
