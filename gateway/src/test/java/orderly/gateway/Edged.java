package orderly.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

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
	static void register(DynamicPropertyRegistry properties) throws IOException {
		for (String service : new String[] { "order-service", "inventory-service", "payment-service" }) {
			properties.add("spring.cloud.discovery.client.simple.instances." + service + "[0].uri", UPSTREAM::uri);
		}
		URI left = portThatNobodyListensOn();
		properties.add("spring.cloud.discovery.client.simple.instances.gone-service[0].uri", () -> left);
	}

	static URI portThatNobodyListensOn() throws IOException {
		try (ServerSocket left = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return URI.create("http://127.0.0.1:" + left.getLocalPort());
		}
	}

	Http http() {
		return new Http(this.port);
	}

}
