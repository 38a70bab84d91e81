package orderly.balancing;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * A service of the least size that calls a partner.
 */
@SpringBootApplication
@ImportHttpServices(group = "tea", types = Tea.class)
class Caller {

}
