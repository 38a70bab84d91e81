package orderly.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
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

	static final Upstream UPSTREAM = upstream();

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
			properties.add("spring.cloud.discovery.client.simple.instances." + service + "[0].uri",
					() -> "http://127.0.0.1:" + UPSTREAM.port());
		}
	}

	private static Upstream upstream() {
		try {
			return new Upstream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Http http() {
		return new Http(this.port);
	}

}
