package orderly.payment.provider;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Makes the provider's HTTP client; its base URL is a setting, as it is in no registry.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProviderPolicy.class)
@ImportHttpServices(group = "payment-provider", types = ProviderApi.class)
class ProviderConfiguration {

}
