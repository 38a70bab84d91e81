package orderly.order;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DescriptionTests extends RunningService {

	@ParameterizedTest
	@ValueSource(strings = { "1", "2" })
	void whatSwaggerSendsPlacesAnOrder(String version) {
		String example = description(version).at("/components/schemas/OrderRequest/example").toString();
		assertThat(post("/orders", example, "API-Version", version).statusCode()).isEqualTo(202);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "2" })
	void everyPathIsDescribedInEachVersion(String version) {
		JsonNode description = description(version);
		assertThat(description.get("paths").propertyNames()).containsExactlyInAnyOrder("/orders", "/orders/{id}",
				"/orders/{id}/cancel", "/products");
		assertThat(description.at("/info/version").asString()).isEqualTo(version);
		assertThat(description.at("/paths/~1orders~1{id}/get/responses/200/content/application~1json/schema/$ref")
			.asString()).isEqualTo("#/components/schemas/OrderV" + version);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "2" })
	void everyOutcomeIsDescribed(String version) {
		JsonNode paths = description(version).get("paths");
		JsonNode placing = paths.at("/~1orders/post/responses");
		assertThat(placing.propertyNames()).containsExactlyInAnyOrder("201", "202", "409", "422");
		for (String success : new String[] { "201", "202" }) {
			assertThat(placing.at("/" + success + "/content/application~1json/schema/$ref").asString())
				.isEqualTo("#/components/schemas/OrderV" + version);
		}
		JsonNode cancelling = paths.at("/~1orders~1{id}~1cancel/post/responses");
		assertThat(cancelling.propertyNames()).containsExactlyInAnyOrder("202", "404", "409");
		assertThat(cancelling.at("/202/content/application~1json/schema/$ref").asString())
			.isEqualTo("#/components/schemas/OrderV" + version);
		assertThat(cancelling.at("/409/content").isMissingNode()).isTrue();
	}

	@Test
	void onlyVersion1IsCalledDeprecated() {
		assertThat(description("1").at("/paths/~1orders/post/deprecated").asBoolean()).isTrue();
		assertThat(description("2").at("/paths/~1orders/post/deprecated").asBoolean(false)).isFalse();
	}

	private JsonNode description(String version) {
		return json(get("/v3/api-docs/v" + version));
	}

}
