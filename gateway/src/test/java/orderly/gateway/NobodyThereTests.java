package orderly.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import orderly.gateway.Http.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class NobodyThereTests {

	private final Http http;

	NobodyThereTests(@LocalServerPort int port) {
		this.http = new Http(port);
	}

	/** order-service has left its port, and nobody has heard of the others. */
	@DynamicPropertySource
	static void leave(DynamicPropertyRegistry properties) throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			int port = socket.getLocalPort();
			properties.add("spring.cloud.discovery.client.simple.instances.order-service[0].uri",
					() -> "http://127.0.0.1:" + port);
		}
	}

	@Test
	void saysThatNobodyAnswersAndWhenToAskAgain() {
		for (String path : new String[] { "/api/v1/orders", "/api/v1/stock", "/api/v1/payments/7" }) {
			Answer answer = this.http.get(path);
			Problems.assertOwn(answer, 503, "unavailable");
			assertThat(answer.header("Retry-After")).isEqualTo("1");
			assertThat(answer.text("/detail")).contains("offers version 1 ");
			assertThat(answer.response().body()).doesNotContain("127.0.0.1").doesNotContain("service-");
		}
	}

	@Test
	void refusesAVersionThatDoesNotExistAlsoWhereNobodyIs() {
		for (String path : new String[] { "/api/v7/orders", "/api/v7/stock" }) {
			Problems.assertOwn(this.http.get(path), 400, "unsupported-version");
		}
	}

}
