package orderly.gateway;

import java.util.function.Consumer;

import orderly.gateway.Http.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ReadinessTests {

	@Test
	void waitsForEveryPartner() {
		started("15s", (http) -> {
			Answer answer = http.get("/actuator/health/readiness");
			assertThat(answer.status()).isEqualTo(503);
			assertThat(answer.body().at("/components/partners/details/missing")).map((name) -> name.asString())
				.containsExactly("inventory-service", "payment-service");
			assertThat(http.get("/actuator/health/liveness").status()).isEqualTo(200);
		});
	}

	@Test
	void waitsForNobodyForEver() {
		started("1s", (http) -> {
			await().atMost(10, SECONDS)
				.untilAsserted(() -> assertThat(http.get("/actuator/health/readiness").status()).isEqualTo(200));
			Answer answer = http.get("/actuator/health/readiness");
			assertThat(answer.text("/status")).isEqualTo("UP");
			assertThat(answer.text("/components/partners/status")).isEqualTo("DEGRADED");
			assertThat(answer.body().at("/components/partners/details/missing")).hasSize(2);
		});
	}

	/** A gateway that knows of order-service alone. */
	private static void started(String patience, Consumer<Http> look) {
		try (ConfigurableApplicationContext gateway = new SpringApplicationBuilder(Gateway.class).run("--server.port=0",
				"--spring.profiles.active=test", "--orderly.gateway.patience=" + patience, "--orderly.drain=0s",
				"--spring.cloud.discovery.client.simple.instances.order-service[0].uri=http://127.0.0.1:1")) {
			look.accept(new Http(gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class)));
		}
	}

}
