package orderly.order;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** An instance that has left the first version behind. */
@TestPropertySource(properties = "orderly.order.serve=2")
class NewReleaseTests extends RunningService {

	@Test
	void servesTheFirstVersionNoLongerAlsoWhereItIsNotNamed() {
		assertThat(get("/orders", "API-Version", "2").statusCode()).isEqualTo(200);
		for (HttpResponse<String> refusal : List.of(get("/orders", "API-Version", "1"), get("/orders"))) {
			assertThat(refusal.statusCode()).isEqualTo(400);
			assertThat(json(refusal).get("supported").toString()).isEqualTo("[2]");
		}
	}

	@Test
	void isWatchedAndDescribedAsAnyOther() {
		assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
		assertThat(get("/v3/api-docs/v2").statusCode()).isEqualTo(200);
		assertThat(get("/nothing").statusCode()).isIn(400, 404);
	}

}
