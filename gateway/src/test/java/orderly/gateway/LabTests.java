package orderly.gateway;

import java.net.http.HttpRequest.BodyPublishers;

import orderly.test.upstream.Behaviour;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

@ActiveProfiles({ "test", "lab" })
class LabTests extends Edged {

	@Test
	void maySetTheStock() {
		UPSTREAM.that(Behaviour.ANSWERS);
		assertThat(http()
			.send(http().request("/api/v1/stock/TEA-001", "Content-Type", "application/json")
				.PUT(BodyPublishers.ofString("{\"available\":5}")))
			.status()).isEqualTo(200);
		assertThat(UPSTREAM.arrivals()).singleElement().asString().startsWith("PUT /stock/TEA-001 ");
	}

	@Test
	void hasNoOtherRights() {
		for (String path : new String[] { "/api/v1/reservations/7", "/api/v1/payments/7", "/api/v1/stock" }) {
			assertThat(http()
				.send(http().request(path, "Content-Type", "application/json").PUT(BodyPublishers.ofString("{}")))
				.status()).isBetween(404, 405);
		}
	}

}
