package orderly.inventory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class StockControllerTests extends WholeService {

	@Test
	void listsAllStock() {
		this.http.get()
			.uri("/stock")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.items.length()")
			.isEqualTo(24)
			.jsonPath("$.items[0].sku")
			.isEqualTo("ACC-001");
	}

	@Test
	void saysOfAnUnknownSkuThatThereIsNone() {
		this.books.set("POT-001", 60);
		this.http.get()
			.uri("/stock?sku=TEA-999&sku=POT-001")
			.exchange()
			.expectBody()
			.json("""
					{"items":[{"sku":"TEA-999","available":0,"held":0,"sold":0},{"sku":"POT-001","available":60}],"next":null}""");
	}

	@Test
	void findsOneSkuAndNotAnother() {
		this.http.get().uri("/stock/POT-001").exchange().expectBody().jsonPath("$.sku").isEqualTo("POT-001");
		ResponseSpec answer = this.http.get().uri("/stock/TEA-999").exchange();
		answer.expectStatus().isNotFound().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
		answer.expectBody().jsonPath("$.type").isEqualTo("/problems/not-found");
	}

	@Test
	void setsTheStockAndBooksTheDifference() {
		restock("POT-003", "{\"available\":7}").expectBody().jsonPath("$.available").isEqualTo(7);
		restock("POT-003", "{\"available\":120}").expectBody().jsonPath("$.available").isEqualTo(120);
		restock("TEA-999", "{\"available\":7}").expectStatus().isNotFound();
		this.books.assertBalanced();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"available":-1}       | 422
			{"available":10000000} | 422
			{}                     | 422
			{"available":"7"}      | 400
			""")
	void setsNoStockThatCannotBe(String body, int status) {
		ResponseSpec answer = restock("POT-001", body);
		answer.expectStatus().isEqualTo(status);
		answer.expectBody().jsonPath("$.errors[0].field").isEqualTo("available");
	}

	@Test
	void answersForAtMostTwentySkusAtOnce() {
		ResponseSpec answer = this.http.get().uri("/stock?sku=A" + "&sku=A".repeat(20)).exchange();
		answer.expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].field").isEqualTo("sku");
	}

	@Test
	void knowsNoSkuThatCannotBeOne() {
		ResponseSpec answer = this.http.get().uri("/stock?sku=A&sku={sku}", "\u0000").exchange();
		answer.expectStatus().isEqualTo(422).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void looksTheSameInEveryVersion() {
		for (String version : new String[] { "1", "2" }) {
			this.http.get()
				.uri("/stock/POT-002")
				.header("API-Version", version)
				.exchange()
				.expectBody()
				.jsonPath("$.sku")
				.isEqualTo("POT-002");
		}
	}

	@Test
	void describesItselfForTheGateway() {
		this.http.get()
			.uri("/v3/api-docs")
			.exchange()
			.expectBody()
			.jsonPath("$.info.title")
			.isEqualTo("inventory-service")
			.jsonPath("$.paths.['/stock/{sku}'].get.summary")
			.isEqualTo("The stock of one sku");
	}

	private ResponseSpec restock(String sku, String body) {
		return put("/stock/" + sku, body);
	}

}
