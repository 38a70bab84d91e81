package orderly.balancing;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;

/**
 * A registry as ours. Not a configuration by itself, so that nobody finds it by scanning.
 */
@EnableAutoConfiguration
@EnableEurekaServer
class RegistryServer {

}
