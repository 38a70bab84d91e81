package orderly.order.inventory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Makes {@link InventoryApi} a client of inventory-service, found through the registry.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "inventory-service", types = InventoryApi.class)
@EnableConfigurationProperties(InventoryPolicy.class)
class InventoryClient {

}
