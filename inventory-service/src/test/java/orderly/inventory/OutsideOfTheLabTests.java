package orderly.inventory;

import org.junit.jupiter.api.Test;

import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

@ActiveProfiles(inheritProfiles = false)
class OutsideOfTheLabTests extends WholeService {

	@Test
	void nobodySetsTheStock() {
		long before = this.books.stock("POT-001").available();
		ResponseSpec answer = put("/stock/POT-001", "{\"available\":7}");
		answer.expectStatus().isEqualTo(405);
		answer.expectBody().jsonPath("$.type").isEqualTo("/problems/method-not-allowed");
		assertThat(this.books.stock("POT-001").available()).isEqualTo(before);
	}

}
