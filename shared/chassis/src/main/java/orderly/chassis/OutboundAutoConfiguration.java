package orderly.chassis;

import java.net.http.HttpClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.cloud.netflix.eureka.http.EurekaClientHttpRequestFactorySupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;

/**
 * Every client of this process, the gateway's and Eureka's too, calls by
 * {@link Outbound}.
 */
@AutoConfiguration(after = HttpClientAutoConfiguration.class, before = ImperativeHttpClientAutoConfiguration.class)
class OutboundAutoConfiguration {

	/**
	 * The client that all share. HTTP/1.1, because the JDK's would ask every plain-text
	 * partner for an upgrade to HTTP/2, with each call. It is never closed: the last call
	 * of a process is Eureka's, after all beans are gone, and takes it out of the
	 * registry.
	 */
	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean
	HttpClient httpClient(HttpClientSettings settings) {
		HttpClient.Builder builder = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.executor(new VirtualThreadTaskExecutor("outbound-"));
		if (settings.connectTimeout() != null) {
			builder.connectTimeout(settings.connectTimeout());
		}
		return builder.build();
	}

	/**
	 * What others put around the way out goes around it as it would around Boot's own.
	 */
	@Bean
	@ConditionalOnMissingBean
	ClientHttpRequestFactoryBuilder<?> outbound(HttpClient http,
			ObjectProvider<ClientHttpRequestFactoryBuilderCustomizer<ClientHttpRequestFactoryBuilder<?>>> around) {
		ClientHttpRequestFactoryBuilder<?> outbound = (settings) -> new Outbound(http,
				(settings != null) ? settings.readTimeout() : null);
		for (var customizer : around.orderedStream().toList()) {
			outbound = customizer.customize(outbound);
		}
		return outbound;
	}

	@Bean
	RestClientHttpServiceGroupConfigurer measuredByPartner() {
		return (groups) -> groups
			.forEachClient((group, client) -> client.observationConvention(new CalledPartner(group.name())));
	}

	@Bean
	@ConditionalOnMissingBean
	EurekaClientHttpRequestFactorySupplier outboundToRegistry(HttpClient http, HttpClientSettings settings) {
		return (ssl, verifier) -> new Outbound(http, settings.readTimeout());
	}

}
