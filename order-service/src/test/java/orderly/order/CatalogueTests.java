package orderly.order;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogueTests extends RunningService {

	@Test
	void thePriceListIsTheSharedCatalogue() {
		List<@Nullable String> ours = this.jdbc
			.sql("select concat_ws(',', sku, name, price_minor) from products order by sku")
			.query(String.class)
			.list();
		assertThat(ours).hasSizeGreaterThanOrEqualTo(20).isEqualTo(catalogue());
	}

	@Test
	void everybodyCanReadIt() {
		assertThat(json(get("/products")).get("items").valueStream()).hasSize(catalogue().size())
			.anySatisfy((product) -> assertThat(product.toString()).isEqualTo(
					"{\"sku\":\"TEA-001\",\"name\":\"Assam Second Flush\",\"priceMinor\":1250,\"currency\":\"EUR\"}"));
	}

	private static List<String> catalogue() {
		try {
			return new ClassPathResource("catalogue.csv").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.skip(1)
				.map((line) -> line.substring(0, line.lastIndexOf(',')))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
