package orderly.gateway;

import java.util.List;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import orderly.gateway.Http.Answer;
import orderly.test.upstream.Behaviour;
import orderly.test.upstream.Upstream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two releases of order-service beside each other, each of which serves one version, and
 * of inventory-service one that says nothing about versions.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class ReleasesTests {

	private static final int CALLS = 10; // the turn goes round: five would have been for
											// the other one

	private static Upstream first;

	private static Upstream second;

	private static Upstream stock;

	private final Http http;

	private final CircuitBreakerRegistry breakers;

	ReleasesTests(@LocalServerPort int port, @Autowired CircuitBreakerRegistry breakers) {
		this.http = new Http(port);
		this.breakers = breakers;
	}

	@DynamicPropertySource
	static void register(DynamicPropertyRegistry properties) {
		String instances = "spring.cloud.discovery.client.simple.instances.";
		properties.add(instances + "order-service[0].uri", () -> first.uri());
		properties.add(instances + "order-service[0].metadata.api-versions", () -> "1");
		properties.add(instances + "order-service[1].uri", () -> second.uri());
		properties.add(instances + "order-service[1].metadata.api-versions", () -> "2");
		properties.add(instances + "inventory-service[0].uri", () -> stock.uri());
	}

	@BeforeAll
	static void start() {
		first = new Upstream();
		second = new Upstream();
		stock = new Upstream();
	}

	@AfterAll
	static void stop() {
		first.close();
		second.close();
		stock.close();
	}

	@BeforeEach
	void answer() {
		first.that(Behaviour.ANSWERS);
		second.that(Behaviour.ANSWERS);
		stock.that(Behaviour.ANSWERS);
	}

	@ParameterizedTest
	@CsvSource({ "/api/v1/orders, ", "/api/orders, ", "/api/orders, 1", "/api/v1/orders, 2" })
	void theFirstVersionReachesTheFirstReleaseAlone(String path, String header) {
		call(path, header);
		assertThat(first.arrivals()).hasSize(CALLS);
		assertThat(second.arrivals()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "/api/v2/orders, ", "/api/orders, 2", "/api/v2/orders, 1", "/api/v2/products," })
	void theSecondVersionReachesTheSecondReleaseAlone(String path, String header) {
		call(path, header);
		assertThat(second.arrivals()).hasSize(CALLS);
		assertThat(first.arrivals()).isEmpty();
	}

	@Test
	void whoSaysNothingAboutVersionsServesAll() {
		call("/api/v1/stock", null);
		call("/api/v2/stock", null);
		assertThat(stock.arrivals()).hasSize(2 * CALLS);
	}

	@Test
	void aReleaseThatFailsDoesNotTakeTheOtherWithIt() {
		first.that(Behaviour.RESETS);
		List<Integer> answers = Stream.generate(() -> this.http.post("/api/v1/orders", "{}").status())
			.limit(2 * CALLS)
			.toList();
		assertThat(answers).contains(503).containsOnly(502, 503);
		assertThat(first.arrivals()).hasSizeLessThan(2 * CALLS);
		assertThat(this.http.post("/api/v2/orders", "{}").status()).isEqualTo(200);
		this.breakers.circuitBreaker("order-service-v1").reset();
	}

	private void call(String path, @Nullable String header) {
		for (int i = 0; i < CALLS; i++) {
			Answer answer = (header != null) ? this.http.get(path, "API-Version", header) : this.http.get(path);
			assertThat(answer.status()).isEqualTo(200);
		}
	}

}
