package orderly.messaging.kafka;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** A service with nothing but messaging. */
@SpringBootConfiguration
@EnableAutoConfiguration
class TestService {

}
