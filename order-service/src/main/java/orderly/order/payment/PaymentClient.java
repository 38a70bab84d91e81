package orderly.order.payment;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Makes {@link PaymentApi} a client of payment-service, found through the registry.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "payment-service", types = PaymentApi.class)
@EnableConfigurationProperties(PaymentPolicy.class)
class PaymentClient {

}
