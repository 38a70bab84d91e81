package orderly.order;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two releases of the service at once, on one database: the one that all tests have
 * serves both versions, and beside it stands one that serves only the first.
 */
class SideBySideTests extends RunningService {

	private static final String[] SHARED = { "spring.datasource.url", "spring.datasource.username",
			"spring.datasource.password", "spring.kafka.bootstrap-servers", "orderly.messaging.prefix",
			"orderly.messaging.topics", "spring.http.serviceclient.inventory-service.base-url",
			"spring.http.serviceclient.payment-service.base-url", "eureka.client.enabled",
			"management.tracing.export.enabled", "management.tracing.export.zipkin.enabled" };

	@Autowired
	private Environment environment;

	private ConfigurableApplicationContext old;

	@BeforeEach
	void startTheOldRelease() {
		Stream<String> own = Stream.of("server.port=0", "orderly.order.serve=1", "orderly.release=0.9");
		Stream<String> shared = Stream.of(SHARED)
			.map((setting) -> setting + "=" + this.environment.getRequiredProperty(setting));
		this.old = SpringApplication.run(OrderService.class,
				Stream.concat(own, shared).map((setting) -> "--" + setting).toArray(String[]::new));
	}

	@AfterEach
	void stopIt() {
		this.old.close();
	}

	@Test
	void theOldReleaseKnowsOnlyTheFirstVersion() {
		assertThat(old("/orders", "1").statusCode()).isEqualTo(200);
		HttpResponse<String> refusal = old("/orders", "2");
		assertThat(refusal.statusCode()).isEqualTo(400);
		assertThat(json(refusal).get("type").asString()).isEqualTo("/problems/unsupported-version");
		assertThat(json(refusal).get("supported").toString()).isEqualTo("[1]");
	}

	@Test
	void eachSaysToTheRegistryWhatItServes() {
		assertThat(served(this.old.getEnvironment())).isEqualTo("1");
		assertThat(served(this.environment)).isEqualTo("1,2");
		assertThat(this.old.getEnvironment().getProperty("eureka.instance.metadata-map.release")).isEqualTo("0.9");
	}

	@Test
	void anOrderOfOneIsFoundByTheOther() {
		UUID id = UUID.fromString(json(post("/orders", ORDER, "API-Version", "2")).get("id").asString());
		assertThat(json(old("/orders/" + id, "1")).get("status").asString()).isEqualTo("PLACED");
	}

	/**
	 * Whoever ends an order answers for the one that took it, in the version it was
	 * asked.
	 */
	@Test
	void theOldReleaseAnswersForTheNewOne() {
		String key = UUID.randomUUID().toString();
		OrderRequest request = this.json.readValue(SYNC_ORDER, OrderRequest.class);
		Attempt attempt = this.old.getBean(Attempts.class).of(key, "2", request);
		UUID id = UUID.randomUUID();
		this.transaction.executeWithoutResult((_) -> {
			this.old.getBean(IdempotencyKeys.class).claim(attempt, id);
			this.orders.add(id, this.old.getBean(Products.class).price(request), attempt);
		});
		this.old.getBean(EndOrder.class).confirm(id);
		HttpResponse<String> answer = post("/orders", SYNC_ORDER, "API-Version", "2", "Idempotency-Key", key);
		assertThat(answer.statusCode()).isEqualTo(201);
		assertThat(answer.headers().firstValue("Location")).hasValue("/api/v2/orders/" + id);
		assertThat(json(answer).at("/status/state").asString()).isEqualTo("CONFIRMED");
	}

	private static String served(Environment environment) {
		return environment.getRequiredProperty("eureka.instance.metadata-map.api-versions");
	}

	private HttpResponse<String> old(String path, String version) {
		String port = this.old.getEnvironment().getRequiredProperty("local.server.port");
		return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.header("API-Version", version)
			.build());
	}

}
