package orderly.order;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DescriptionTests extends RunningService {

	@Test
	void whatSwaggerSendsPlacesAnOrder() {
		JsonNode description = json(get("/v3/api-docs"));
		String example = description.at("/components/schemas/OrderRequest/example").toString();
		assertThat(post("/orders", example).statusCode()).isEqualTo(202);
	}

	@Test
	void everyPathIsDescribed() {
		assertThat(json(get("/v3/api-docs")).get("paths").propertyNames()).containsExactlyInAnyOrder("/orders",
				"/orders/{id}", "/orders/{id}/cancel", "/products");
	}

}
