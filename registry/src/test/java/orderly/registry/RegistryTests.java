package orderly.registry;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RegistryTests {

	private static final String INSTANCE = """
			{"instance":{"instanceId":"tea:1","app":"TEA","hostName":"127.0.0.1","ipAddr":"127.0.0.1","status":"UP",
			"vipAddress":"tea","port":{"$":1,"@enabled":"true"},
			"leaseInfo":{"renewalIntervalInSecs":1,"durationInSecs":2},
			"dataCenterInfo":{"@class":"com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo","name":"MyOwn"}}}""";

	private final HttpClient http = HttpClient.newHttpClient();

	private final String url;

	RegistryTests(@LocalServerPort int port) {
		this.url = "http://127.0.0.1:" + port;
	}

	@Test
	void tellsOfANewInstanceAndForgetsItWhenItsHeartbeatsStop() throws Exception {
		assertThat(post("/eureka/apps/TEA", INSTANCE)).isEqualTo(204);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> get("/eureka/apps/TEA") == 200);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> get("/eureka/apps/TEA") == 404);
	}

	@Test
	void showsAPageAndItsHealth() throws Exception {
		assertThat(get("/")).isEqualTo(200);
		assertThat(get("/actuator/health/readiness")).isEqualTo(200);
	}

	private int get(String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.url + path)).build();
		return this.http.send(request, BodyHandlers.discarding()).statusCode();
	}

	private int post(String path, String json) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.url + path))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(json))
			.build();
		return this.http.send(request, BodyHandlers.discarding()).statusCode();
	}

}
