package orderly.balancing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import orderly.chassis.CallTimeout;
import orderly.test.upstream.Behaviour;
import orderly.test.upstream.Upstream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.http.serviceclient.tea.base-url=lb://tea", "orderly.load-balancing.pass-over=200ms",
				"orderly.load-balancing.pass-over-at-most=200ms" })
class BalancedClientTests {

	private static final List<Upstream> PARTNERS = Stream.generate(Upstream::new).limit(3).toList();

	private static final Behaviour SLOW = Behaviour.after(Duration.ofMillis(200), Behaviour.ANSWERS);

	@Autowired
	private Tea tea;

	@Autowired
	private MeterRegistry meters;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void register(DynamicPropertyRegistry properties) {
		for (int i = 0; i < PARTNERS.size(); i++) {
			String instance = "spring.cloud.discovery.client.simple.instances.tea[" + i + "].";
			URI uri = PARTNERS.get(i).uri();
			int number = i + 1;
			properties.add(instance + "uri", () -> uri);
			properties.add(instance + "metadata.instance", () -> number);
			properties.add(instance + "metadata.api-versions", () -> (number < 3) ? "1" : "1,2");
		}
	}

	@BeforeEach
	void allWell() throws Exception {
		all(Behaviour.ANSWERS);
		policy("on");
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.meters.find("orderly.balancing.in-flight")
				.gauges()
				.stream()
				.allMatch((gauge) -> gauge.value() == 0));
	}

	@Test
	void sendsTheSlowInstanceASmallFractionOfWhatRoundRobinSends() throws Exception {
		PARTNERS.getFirst().that(SLOW);
		policy("off");
		callOften();
		int roundRobin = PARTNERS.getFirst().arrivals().size();
		PARTNERS.getFirst().that(SLOW);
		policy("on");
		callOften();
		assertThat(roundRobin).isBetween(95, 105);
		assertThat(PARTNERS.getFirst().arrivals().size()).isBetween(1, roundRobin / 3);
	}

	@Test
	void passesAFailedInstanceOverUntilItIsWellAgain() {
		double others = ejections("2") + ejections("3");
		double before = ejections("1");
		PARTNERS.getFirst().that(Behaviour.answers(503));
		Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
			this.tea.cup(null);
			return ejections("1") > before;
		});
		PARTNERS.getFirst().that(Behaviour.ANSWERS);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
			this.tea.cup(null);
			return PARTNERS.getFirst().arrivals().size() > 0;
		});
		assertThat(ejections("2") + ejections("3")).isEqualTo(others);
	}

	@Test
	void triesEachInstanceOnce() {
		all(Behaviour.RESETS);
		Attempts.eachOnAnother(() -> {
			for (int attempt = 0; attempt < 3; attempt++) {
				assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> this.tea.cup(null));
			}
			return true;
		});
		assertThat(PARTNERS).extracting((partner) -> partner.arrivals().size()).containsOnly(1);
	}

	@Test
	void callsOnlyInstancesThatServeTheVersion() {
		IntStream.range(0, 9).forEach((_) -> this.tea.cup("2"));
		assertThat(PARTNERS).extracting((partner) -> partner.arrivals().size()).containsExactly(0, 0, 9);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.tea.cup("3"));
		assertThat(PARTNERS).extracting((partner) -> partner.arrivals().size()).containsExactly(0, 0, 9);
	}

	@Test
	void hasNothingInFlightAfterACallThatTimedOut() {
		all(Behaviour.SILENT);
		assertThatExceptionOfType(RestClientException.class)
			.isThrownBy(() -> CallTimeout.within(Duration.ofMillis(200), () -> this.tea.cup(null)));
		assertThat(this.meters.get("orderly.balancing.in-flight").gauges()).allMatch((gauge) -> gauge.value() == 0);
	}

	@Test
	void leavesTheClientsOwnMetricsAsTheyAre() {
		this.tea.cup(null);
		assertThat(this.meters.get("http.client.requests").tag("client.name", "tea").timers()).isNotEmpty();
		assertThat(this.meters.get("http.client.requests").timers())
			.allMatch((timer) -> "tea".equals(timer.getId().getTag("client.name")));
	}

	@Test
	void isDeclaredAsAPolicy() throws Exception {
		assertThat(actuator(HttpRequest.newBuilder(policies("")).GET()).body()).contains("\"load-balancing\":\"on\"");
	}

	private static void all(Behaviour behaviour) {
		PARTNERS.forEach((partner) -> partner.that(behaviour));
	}

	private void callOften() {
		try (ExecutorService callers = Executors.newFixedThreadPool(10)) {
			IntStream.range(0, 300).forEach((_) -> callers.submit(() -> this.tea.cup(null)));
		}
	}

	private double ejections(String instance) {
		return this.meters.find("orderly.balancing.ejections")
			.tags("partner", "tea", "instance", instance)
			.counters()
			.stream()
			.mapToDouble((counter) -> counter.count())
			.sum();
	}

	private void policy(String state) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(policies("/load-balancing"))
			.header("Content-Type", "application/json");
		assertThat(actuator(request.POST(BodyPublishers.ofString("{\"state\":\"" + state + "\"}"))).statusCode())
			.isEqualTo(204);
	}

	private URI policies(String path) {
		return URI.create("http://127.0.0.1:" + this.port + "/actuator/policies" + path);
	}

	private static HttpResponse<String> actuator(HttpRequest.Builder request) throws Exception {
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http.send(request.build(), BodyHandlers.ofString());
		}
	}

}
