package orderly.chassis;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import orderly.chassis.Http.Answer;
import orderly.test.upstream.Upstream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.http.serviceclient.partner-service.base-url=lb://partner-service",
				"spring.http.serviceclient.outside.base-url=http://127.0.0.1:${outside.port}" })
class ObservabilityTests {

	private static final Upstream UPSTREAM = new Upstream();

	private final Http http;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private ObservationRegistry observations;

	@Autowired
	private Tracer tracer;

	ObservabilityTests(@LocalServerPort int port) {
		this.http = new Http(port);
	}

	@DynamicPropertySource
	static void register(DynamicPropertyRegistry properties) {
		properties.add("spring.cloud.discovery.client.simple.instances.partner-service[0].uri", UPSTREAM::uri);
		properties.add("outside.port", () -> UPSTREAM.uri().getPort());
	}

	@Test
	void carriesTheTraceToThePartnerAndMeasuresTheEdgeByItsName() {
		int before = UPSTREAM.arrivals().size();
		Answer answer = this.http.get("/partners/7", "traceparent",
				"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
		assertThat(answer.header("X-Trace-Id")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
		assertThat(UPSTREAM.arrivals()).hasSize(before + 1);
		assertThat(UPSTREAM.header("traceparent").getLast()).startsWith("00-0af7651916cd43dd8448eb211c80319c-");
		assertThat(this.meters.get("http.client.requests")
			.tag("client.name", "partner-service")
			.tag("uri", "/things/{id}")
			.tag("service", "sample-service")
			.timer()
			.count()).isPositive();
	}

	@Test
	void measuresAPartnerThatHasAnAddressByItsNameToo() {
		this.http.get("/outside/7");
		assertThat(this.meters.get("http.client.requests").tag("client.name", "outside").timer().count()).isPositive();
	}

	/** Not every request leaves an exemplar: one is kept for some seconds. */
	@Test
	void leadsFromALatencyBucketToATrace() {
		Set<String> traces = new HashSet<>();
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			traces.add(String.valueOf(this.http.get("/refused").header("X-Trace-Id")));
			assertThat(this.http.scrape()).containsPattern("http_server_requests_seconds_bucket\\{.*uri=\"/refused\""
					+ ".*trace_id=\"(%s)\"".formatted(String.join("|", traces)));
		});
	}

	@Test
	void exemplarsHangWhereOpenMetricsKnowsThem() {
		this.http.get("/refused");
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(
					() -> assertThat(this.http.scrape().lines().filter((line) -> line.contains(" # {"))).isNotEmpty()
						.allMatch((line) -> line.matches("\\w+_(bucket|total)\\{.*")));
	}

	@Test
	void sayNothingOfUpkeep() {
		this.http.get("/actuator/health");
		this.http.get("/actuator/health");
		assertThat(this.meters.find("http.server.requests").tagKeys("uri").timers())
			.noneMatch((timer) -> String.valueOf(timer.getId().getTag("uri")).startsWith("/actuator"));
		assertThat(Observation.createNotStarted("jdbc.query", this.observations).isNoop()).isTrue();
		assertThat(Observation.createNotStarted("tasks.scheduled.execution", this.observations).isNoop()).isTrue();
	}

	@Test
	void tellsOfSqlWithinATrace() {
		var span = this.tracer.nextSpan().start();
		try (var _ = this.tracer.withSpan(span)) {
			assertThat(Observation.createNotStarted("jdbc.query", this.observations).isNoop()).isFalse();
		}
		finally {
			span.end();
		}
	}

}
