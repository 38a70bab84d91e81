package orderly.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import orderly.test.upstream.Behaviour;
import orderly.test.upstream.Upstream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/**
 * One instance has left its port and nobody has heard of it, one is bad, one is well:
 * three attempts, each on another, find it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class SeveralInstancesTests {

	private static final int MANY = 30;

	private static final Upstream BAD = new Upstream();

	private static final Upstream GOOD = new Upstream();

	private final Http http;

	SeveralInstancesTests(@LocalServerPort int port) {
		this.http = new Http(port);
	}

	@DynamicPropertySource
	static void register(DynamicPropertyRegistry properties) throws IOException {
		URI[] uris = { Edged.portThatNobodyListensOn(), BAD.uri(), GOOD.uri() };
		for (int i = 0; i < uris.length; i++) {
			URI uri = uris[i];
			properties.add("spring.cloud.discovery.client.simple.instances.order-service[%d].uri".formatted(i),
					() -> uri);
		}
	}

	static Stream<ArgumentSet> bad() {
		return Stream
			.of(argumentSet("resets", Behaviour.RESETS), argumentSet("hangs up", Behaviour.HANGS_UP),
					argumentSet("talks nonsense", Behaviour.TALKS_NONSENSE),
					argumentSet("says it cannot", Behaviour.answers(503)),
					argumentSet("flaps", Behaviour.byTurns(Behaviour.answers(503), Behaviour.ANSWERS)))
			.flatMap((bad) -> Stream.of("off", "on")
				.map((policy) -> argumentSet(bad.getName() + ", " + policy, bad.get()[0], policy)));
	}

	@ParameterizedTest
	@MethodSource("bad")
	void serveEveryRequestThatMayBeRepeated(Behaviour behaviour, String loadBalancing) {
		BAD.that(behaviour);
		assertThat(this.http.policy("load-balancing", loadBalancing)).isEqualTo(204);
		for (int i = 0; i < MANY; i++) {
			assertThat(this.http.get("/api/any").status()).isEqualTo(200);
			assertThat(this.http
				.send(this.http.request("/api/any", "Idempotency-Key", "k").POST(BodyPublishers.ofString("{}")))
				.status()).isEqualTo(200);
		}
	}

	@Test
	void shareTheWorkByWhatTheyCanDo() {
		assertThat(this.http.policy("load-balancing", "on")).isEqualTo(204);
		BAD.that(Behaviour.after(Duration.ofMillis(200), Behaviour.ANSWERS));
		await().atMost(30, SECONDS).until(() -> {
			assertThat(this.http.get("/api/any").status()).isEqualTo(200);
			return !BAD.arrivals().isEmpty();
		});
		BAD.arrivals().clear();
		GOOD.arrivals().clear();
		try (ExecutorService clients = Executors.newFixedThreadPool(10)) {
			IntStream.range(0, 300).forEach((_) -> clients.submit(() -> this.http.get("/api/any")));
		}
		assertThat(BAD.arrivals()).hasSizeBetween(1, 100);
		assertThat(BAD.arrivals().size() + GOOD.arrivals().size()).isEqualTo(300);
	}

	@Test
	void areAskedForEveryMethodWhereNobodyWasReached() {
		BAD.that(Behaviour.ANSWERS);
		for (int i = 0; i < MANY; i++) {
			assertThat(this.http.post("/api/any", "{}").status()).isEqualTo(200);
		}
	}

}
