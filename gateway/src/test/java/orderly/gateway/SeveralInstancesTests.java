package orderly.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;

import orderly.test.upstream.Behaviour;
import orderly.test.upstream.Upstream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One instance has left its port and nobody has heard of it, one resets, one is well:
 * three attempts, each on another, find it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class SeveralInstancesTests {

	private static final int MANY = 30;

	private static final Upstream BAD = new Upstream().that(Behaviour.RESETS);

	private static final Upstream GOOD = new Upstream();

	private final Http http;

	SeveralInstancesTests(@LocalServerPort int port) {
		this.http = new Http(port);
	}

	@DynamicPropertySource
	static void register(DynamicPropertyRegistry properties) throws IOException {
		try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			URI[] uris = { URI.create("http://127.0.0.1:" + gone.getLocalPort()), BAD.uri(), GOOD.uri() };
			for (int i = 0; i < uris.length; i++) {
				URI uri = uris[i];
				properties.add("spring.cloud.discovery.client.simple.instances.order-service[%d].uri".formatted(i),
						() -> uri);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "off", "on" })
	void serveEveryRequestThatMayBeRepeated(String loadBalancing) {
		assertThat(this.http.policy("load-balancing", loadBalancing)).isEqualTo(204);
		for (int i = 0; i < MANY; i++) {
			assertThat(this.http.get("/api/any").status()).isEqualTo(200);
			assertThat(this.http
				.send(this.http.request("/api/any", "Idempotency-Key", "k").POST(BodyPublishers.ofString("{}")))
				.status()).isEqualTo(200);
		}
	}

	@Test
	void areAskedForEveryMethodWhereNobodyWasReached() {
		BAD.that(Behaviour.ANSWERS);
		for (int i = 0; i < MANY; i++) {
			assertThat(this.http.post("/api/any", "{}").status()).isEqualTo(200);
		}
		BAD.that(Behaviour.RESETS);
	}

}
