package orderly.balancing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With a real registry that has the settings of ours.
 */
class RealRegistryTests {

	private final ConfigurableApplicationContext registry = start(RegistryServer.class,
			"--spring.config.location=file:../../registry/src/main/resources/application.yml", "--orderly.drain=0ms");

	@AfterEach
	void stop() {
		this.registry.close();
	}

	@Test
	void aNewInstanceIsCalledSoonAndALeavingOneNoMoreAndNoCallFails() throws Exception {
		ConfigurableApplicationContext first = tea(1, "2500ms");
		try (ConfigurableApplicationContext caller = joined(Caller.class, "--eureka.client.register-with-eureka=false",
				"--orderly.drain=0ms", "--spring.http.serviceclient.tea.base-url=lb://tea")) {
			Tea tea = caller.getBean(Tea.class);
			await(() -> tea.cup(null).equals("1"));
			try (Calls calls = new Calls(() -> tea.cup(null)); ConfigurableApplicationContext second = tea(2, "0ms")) {
				Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> calls.news().contains("2"));
				Thread closing = Thread.ofVirtual().start(first::close);
				await(() -> !statusOf("1").equals("UP"));
				assertThat(closing.isAlive()).as("still serves those who have not heard").isTrue();
				closing.join();
				calls.news();
				await(() -> !calls.news().isEmpty());
				assertThat(calls.news()).doesNotContain("1");
				assertThat(calls.failures()).isEmpty();
				assertThat(second.isActive()).isTrue();
			}
		}
	}

	private static void await(Callable<Boolean> effect) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(effect);
	}

	private ConfigurableApplicationContext tea(int instance, String drain) {
		return joined(TeaServer.class, "--spring.application.name=tea", "--orderly.instance=" + instance,
				"--eureka.instance.instance-id=tea:" + instance, "--orderly.drain=" + drain);
	}

	private ConfigurableApplicationContext joined(Class<?> application, String... settings) {
		return start(application,
				Stream
					.concat(Stream.of(settings),
							Stream.of("--eureka.client.enabled=true", "--eureka.client.jersey.enabled=false",
									"--eureka.client.service-url.defaultZone=" + url() + "/eureka/"))
					.toArray(String[]::new));
	}

	private static ConfigurableApplicationContext start(Class<?> application, String... settings) {
		return new SpringApplicationBuilder(application)
			.run(Stream.concat(Stream.of(settings), Stream.of("--server.port=0")).toArray(String[]::new));
	}

	private String url() {
		return "http://127.0.0.1:" + this.registry.getEnvironment().getProperty("local.server.port");
	}

	/** As the registry tells it. */
	private String statusOf(String instance) throws Exception {
		return new JsonMapper().readTree(registered())
			.at("/application/instance")
			.valueStream()
			.filter((entry) -> entry.at("/metadata/instance").asString().equals(instance))
			.map((entry) -> entry.at("/status").asString())
			.findFirst()
			.orElse("GONE");
	}

	private String registered() throws Exception {
		try (HttpClient http = HttpClient.newHttpClient()) {
			HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/eureka/apps/TEA"))
				.header("Accept", "application/json")
				.build();
			return http.send(request, BodyHandlers.ofString()).body();
		}
	}

}
