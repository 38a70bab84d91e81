package orderly.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import orderly.test.upstream.Upstream;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A gateway on a free port in front of one misbehaving service that plays all of them.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
abstract class Edged {

	static final Upstream UPSTREAM = new Upstream();

	@LocalServerPort
	int port;

	@Autowired
	CircuitBreakerRegistry breakers;

	/** All tests share the services, and so their breakers. */
	@BeforeEach
	void forgetFailures() {
		this.breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
	}

	@DynamicPropertySource
	static void register(DynamicPropertyRegistry properties) {
		for (String service : new String[] { "order-service", "inventory-service", "payment-service" }) {
			properties.add("spring.cloud.discovery.client.simple.instances." + service + "[0].uri", UPSTREAM::uri);
		}
	}

	Http http() {
		return new Http(this.port);
	}

}
