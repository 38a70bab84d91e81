package orderly.inventory;

import orderly.test.RealBacking;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/**
 * The whole service with a real PostgreSQL and Kafka, one for all tests that extend it.
 * They own the topic of orders too, as nobody else is there, look for expired
 * reservations when they like, and may queue for a connection as long as a busy machine
 * needs.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "orderly.messaging.topics=inventory,orders", "orderly.inventory.expiry.look-every=1h",
				"spring.datasource.hikari.connection-timeout=30000" })
@RealBacking(database = "inventory")
@ActiveProfiles("lab")
@Import({ Books.class, Wire.class })
abstract class WholeService {

	protected RestTestClient http;

	@Autowired
	protected Books books;

	@Autowired
	protected Wire wire;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
	}

	protected ResponseSpec put(String path, String body) {
		return this.http.put().uri(path).contentType(MediaType.APPLICATION_JSON).body(body).exchange();
	}

}
