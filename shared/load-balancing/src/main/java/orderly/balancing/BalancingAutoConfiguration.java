package orderly.balancing;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;

/**
 * Gives every balanced client of the process, the gateway's routes and HTTP service
 * clients alike, the same balancer.
 */
@AutoConfiguration
@EnableConfigurationProperties(BalancingSettings.class)
@PropertySource("classpath:orderly/balancing/load-balancing.properties")
@LoadBalancerClients(defaultConfiguration = BalancerConfiguration.class)
class BalancingAutoConfiguration {

	@Bean
	CalledInstances calledInstances(BalancingSettings settings, MeterRegistry registry) {
		return new CalledInstances(settings, Clock.systemUTC(), registry);
	}

	@Bean
	ClientHttpRequestFactoryBuilderCustomizer<ClientHttpRequestFactoryBuilder<?>> countedCalls(CalledInstances called) {
		return (builder) -> (settings) -> new CountedCalls(builder.build(settings), called);
	}

}
