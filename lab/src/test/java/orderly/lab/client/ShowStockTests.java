package orderly.lab.client;

import orderly.lab.Exit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShowStockTests {

	private final StubServer stub = new StubServer();

	@AfterEach
	void stop() {
		this.stub.close();
	}

	@Test
	void restocksOneSku() {
		this.stub.on("PUT /api/v1/stock/TEA-001", 200, "{\"sku\":\"TEA-001\",\"available\":7,\"held\":1,\"sold\":2}");
		Ran ran = Ran.word(this.stub, "stock", "TEA-001=7", "--json");
		assertThat(ran.exit()).isEqualTo(Exit.OK);
		assertThat(ran.out().strip())
			.isEqualTo("{\"items\":[{\"sku\":\"TEA-001\",\"available\":7,\"held\":1,\"sold\":2}]}");
		assertThat(this.stub.seen()).containsExactly("PUT /api/v1/stock/TEA-001 {\"available\":7}");
	}

	@Test
	void refusesANumberThatIsNone() {
		assertThat(Ran.word(this.stub, "stock", "TEA-001=many").exit()).isEqualTo(Exit.USAGE);
	}

	@Test
	void failsForASkuThatIsNotThere() {
		assertThat(Ran.word(this.stub, "stock", "TEA-999").exit()).isEqualTo(Exit.FAILED);
	}

}
