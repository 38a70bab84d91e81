package orderly.order;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import orderly.messaging.EventPublisher;
import orderly.test.RealBacking;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole service with a real database and a real broker; its partners are real sockets
 * that do as they are told. All test classes share one.
 */
@RealBacking(database = "orders")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "orderly.messaging.topics=orders,inventory,payments", "orderly.order.deadline-check=50ms",
				// on a busy machine a first call, with its classes to load, takes longer
				// than 300 ms
				"orderly.order.inventory.availability-timeout=800ms",
				// traces travel, and are sent nowhere
				"management.tracing.export.enabled=true", "management.tracing.export.zipkin.enabled=false" })
@Import(RecordWhatIsPublished.class)
abstract class RunningService {

	static final StubPartner inventory = new StubPartner();

	static final StubPartner payment = new StubPartner();

	static final String ORDER = """
			{"lines": [{"sku": "TEA-001", "quantity": 2}], "payment": {"method": "card-ok"}}""";

	static final String SYNC_ORDER = ORDER.replaceFirst("}$", ", \"checkout\": \"sync\"}");

	private static final HttpClient http = HttpClient.newHttpClient();

	final JsonMapper json = new JsonMapper();

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	EventPublisher publisher;

	@Autowired
	Orders orders;

	@Autowired
	EndOrder endOrder;

	@Autowired
	CircuitBreakerRegistry breakers;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void partners(DynamicPropertyRegistry registry) {
		registry.add("spring.http.serviceclient.inventory-service.base-url", inventory::url);
		registry.add("spring.http.serviceclient.payment-service.base-url", payment::url);
	}

	@BeforeEach
	void allIsWell() {
		this.breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
		inventory.reset();
		inventory.answers("GET /stock", 200, """
				{"items": [{"sku": "TEA-001", "available": 100, "held": 0, "sold": 0}], "next": null}""");
		inventory.answers("PUT /reservations/", 200, "{\"state\": \"HELD\"}");
		payment.reset();
		payment.answers("PUT /payments/", 200, "{\"state\": \"CAPTURED\"}");
	}

	Published published() {
		return (Published) this.publisher;
	}

	HttpResponse<String> post(String path, String body, String... headers) {
		return send(request(path, headers).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body))
			.build());
	}

	HttpResponse<String> get(String path, String... headers) {
		return send(request(path, headers).build());
	}

	HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path));
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	HttpResponse<String> send(HttpRequest request) {
		try {
			return http.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	JsonNode json(HttpResponse<String> response) {
		return this.json.readTree(response.body());
	}

	/** Switches a policy while the service runs. */
	void policy(String name, String state) {
		String url = "/actuator/policies/" + name;
		assertThat(post(url, "{\"state\": \"%s\"}".formatted(state)).statusCode()).isEqualTo(204);
	}

	/** Places an asynchronous order that nobody answers yet. */
	UUID placed() {
		HttpResponse<String> response = post("/orders", ORDER);
		return UUID.fromString(json(response).get("id").asString());
	}

	Order order(UUID id) {
		return this.orders.find(id).orElseThrow();
	}

	/** A partner's event, as it would come over the broker. */
	void hears(UUID orderId, Record event) {
		this.transaction.executeWithoutResult((_) -> this.publisher.publish(orderId, event));
	}

	List<@Nullable String> timeline(UUID orderId) {
		return this.jdbc.sql("select event from timeline where order_id = ? order by at")
			.param(orderId)
			.query(String.class)
			.list();
	}

	long orderCount() {
		return this.jdbc.sql("select count(*) from orders").query(Long.class).single();
	}

}
