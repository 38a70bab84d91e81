package orderly.chassis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class ComingAndGoingTests {

	private static final Duration DRAIN = Duration.ofMillis(1500);

	@Test
	void isUpOnlyWhenReadyAndServesAfterItHasLeft() throws Exception {
		try (ListeningRegistry registry = new ListeningRegistry()) {
			List<String> heardBeforeReady = new CopyOnWriteArrayList<>();
			ConfigurableApplicationContext service = start(registry, heardBeforeReady);
			Http http = new Http(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> registry.heard().contains("UP"));
			assertThat(heardBeforeReady).doesNotContain("UP");

			Instant start = Instant.now();
			Thread closing = Thread.ofVirtual().start(service::close);
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !registry.heard().getLast().equals("UP"));
			assertThat(http.get("/refused").status()).isEqualTo(409);
			closing.join();
			assertThat(Duration.between(start, Instant.now())).isGreaterThan(DRAIN);
			assertThat(registry.heard()).endsWith("DOWN", "GONE");
		}
	}

	private static ConfigurableApplicationContext start(ListeningRegistry registry, List<String> heardBeforeReady) {
		return new SpringApplicationBuilder(SampleService.class)
			.initializers((context) -> ((GenericApplicationContext) context).registerBean(ApplicationRunner.class,
					() -> (_) -> slowStart(registry, heardBeforeReady)))
			.run("--server.port=0", "--eureka.client.enabled=true", "--orderly.drain=" + DRAIN.toMillis() + "ms",
					"--eureka.client.service-url.defaultZone=" + registry.url());
	}

	/** The port listens by now, and the registry may have heard something. */
	private static void slowStart(ListeningRegistry registry, List<String> heard) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !registry.heard().isEmpty());
		heard.addAll(registry.heard());
	}

}
