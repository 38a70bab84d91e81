package orderly.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import orderly.messaging.transport.DeliveryFailure;
import orderly.messaging.transport.Transport;
import orderly.messaging.transport.Transport.Audience;
import orderly.messaging.transport.Transport.Envelope;
import orderly.messaging.transport.Transport.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FaultsTests {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	@SuppressWarnings("NullAway.Init")
	private static ConfigurableApplicationContext service;

	@BeforeAll
	static void start() {
		service = run("--spring.profiles.active=lab");
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@AfterEach
	void heal() throws Exception {
		assertThat(delete(service).statusCode()).isEqualTo(204);
		assertThat(get(service, "/actuator/faults").body()).isEqualTo("{\"faults\":[]}");
	}

	@Test
	void refusesTheShareThatIsAskedFor() throws Exception {
		int before = works();
		set(service, "{\"errors\":1}");
		HttpResponse<String> answer = get(service, "/work");
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.body()).contains("/problems/unavailable");
		assertThat(works()).isEqualTo(before);
	}

	@Test
	void waitsBeforeTheWorkOfOnePathAlone() throws Exception {
		set(service, "{\"latency\":\"400ms\",\"path\":\"/work\"}");
		assertThat(time("/work")).isGreaterThanOrEqualTo(Duration.ofMillis(400));
		assertThat(time("/other")).isLessThan(Duration.ofMillis(400));
	}

	@Test
	void losesTheAnswerAfterTheWork() throws Exception {
		get(service, "/work");
		int before = works();
		set(service, "{\"lost\":1}");
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(service, "/work"));
		assertThat(works()).isGreaterThan(before);
	}

	@Test
	void leavesTheActuatorAlone() throws Exception {
		set(service, "{\"errors\":1}");
		assertThat(get(service, "/actuator/health").statusCode()).isEqualTo(200);
	}

	@Test
	void refusesAFaultThatMakesNoSense() throws Exception {
		assertThat(post(service, "{\"errors\":1.5}").statusCode()).isEqualTo(400);
		assertThat(post(service, "{\"latency\":\"2m\"}").statusCode()).isEqualTo(400);
		assertThat(post(service, "{\"latency\":\"soon\"}").statusCode()).isEqualTo(400);
		assertThat(post(service, "{\"path\":\"stock\"}").statusCode()).isEqualTo(400);
		assertThat(post(service, "{\"path\":\"messagesorder\"}").statusCode()).isEqualTo(400);
	}

	@Test
	void failsMessagesBeforeOrAfterTheirEffect() throws Exception {
		AtomicInteger effects = new AtomicInteger();
		service.getBean(Transport.class)
			.subscribe(new Subscription("group", Set.of("topic"), Audience.ONE_INSTANCE,
					(_) -> effects.incrementAndGet()));
		Direct direct = service.getBean(Direct[].class)[0];
		set(service, "{\"errors\":1,\"path\":\"messages\"}");
		assertThatExceptionOfType(DeliveryFailure.Transient.class).isThrownBy(direct::deliver);
		assertThat(effects).hasValue(0);
		set(service, "{\"lost\":1,\"path\":\"messages\"}");
		assertThatExceptionOfType(DeliveryFailure.Transient.class).isThrownBy(direct::deliver);
		assertThat(effects).hasValue(1);
		service.getBean(Faults.class).heal();
		set(service, "{\"errors\":1,\"path\":\"messages/order.placed.v1\"}");
		assertThatExceptionOfType(DeliveryFailure.Transient.class).isThrownBy(direct::deliver);
		set(service, "{\"errors\":0,\"path\":\"messages/order.placed.v1\"}");
		set(service, "{\"errors\":1,\"path\":\"messages/order.confirmed.v1\"}");
		direct.deliver();
		assertThat(effects).hasValue(2);
		assertThat(get(service, "/work").statusCode()).isEqualTo(200);
	}

	@Test
	void doesNotExistOutsideTheLaboratory() throws Exception {
		try (ConfigurableApplicationContext production = run()) {
			assertThat(get(production, "/actuator/faults").statusCode()).isEqualTo(404);
			assertThat(post(production, "{\"errors\":1}").statusCode()).isEqualTo(404);
			assertThat(get(production, "/work").statusCode()).isEqualTo(200);
			assertThat(production.getBean(Transport.class)).isInstanceOf(Direct.class);
			assertThat(production.getBeanNamesForType(FaultyRequests.class)).isEmpty();
		}
	}

	private static ConfigurableApplicationContext run(String... profile) {
		SpringApplication application = new SpringApplication(Service.class);
		application.setDefaultProperties(Map.of("server.port", "0", "eureka.client.enabled", "false",
				"spring.application.name", "faulty", "management.tracing.export.enabled", "false",
				"spring.autoconfigure.exclude", "orderly.messaging.MessagingAutoConfiguration,"
						+ "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"));
		return application.run(profile);
	}

	private static int works() {
		return service.getBean(AtomicInteger.class).get();
	}

	private static Duration time(String path) throws Exception {
		long start = System.nanoTime();
		assertThat(get(service, path).statusCode()).isEqualTo(200);
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private static void set(ConfigurableApplicationContext where, String fault) throws Exception {
		HttpResponse<String> answer = post(where, fault);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
	}

	private static HttpResponse<String> post(ConfigurableApplicationContext where, String fault) throws Exception {
		return CLIENT.send(request(where, "/actuator/faults").header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(fault))
			.build(), BodyHandlers.ofString());
	}

	private static HttpResponse<String> delete(ConfigurableApplicationContext where) throws Exception {
		return CLIENT.send(request(where, "/actuator/faults").DELETE().build(), BodyHandlers.ofString());
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext where, String path)
			throws IOException, InterruptedException {
		return CLIENT.send(request(where, path).build(), BodyHandlers.ofString());
	}

	private static HttpRequest.Builder request(ConfigurableApplicationContext where, String path) {
		return HttpRequest.newBuilder(URI
			.create("http://127.0.0.1:" + where.getEnvironment().getRequiredProperty("local.server.port") + path));
	}

	/**
	 * A transport that delivers when the test says so.
	 */
	static class Direct implements Transport {

		private Subscription last = new Subscription("nobody", Set.of(), Audience.ONE_INSTANCE, (_) -> {
		});

		void deliver() {
			this.last.receiver()
				.accept(new Envelope("topic", "key", Map.of("ce_type", "order.placed.v1"), new byte[0]));
		}

		@Override
		public CompletableFuture<?> send(Envelope envelope) {
			return CompletableFuture.completedFuture(null);
		}

		@Override
		public Runnable subscribe(Subscription subscription) {
			this.last = subscription;
			return () -> {
			};
		}

		@Override
		public long deadLetters(String group) {
			return 0;
		}

		@Override
		public long lag(String group, Set<String> topics) {
			return 0;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Service {

		private final AtomicInteger works = new AtomicInteger();

		private static final Direct DIRECT = new Direct();

		@Bean
		AtomicInteger works() {
			return this.works;
		}

		@Bean
		Transport transport() {
			return DIRECT;
		}

		@Bean
		Direct[] direct() {
			return new Direct[] { DIRECT };
		}

		@GetMapping("/work")
		String work() {
			return "done " + this.works.incrementAndGet();
		}

		@GetMapping("/other")
		String other() {
			return "done";
		}

	}

}
