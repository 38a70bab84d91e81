package orderly.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogueTests extends WholeService {

	@Autowired
	private JdbcClient jdbc;

	@Test
	void isSeededWithTheStockOfTheSharedCatalogue() throws IOException {
		List<String> seeded = this.jdbc.sql("select sku, at_start from stock order by sku")
			.query((row, _) -> row.getString(1) + " " + row.getLong(2))
			.list();
		assertThat(seeded).hasSizeGreaterThanOrEqualTo(20).containsExactlyElementsOf(catalogue());
	}

	private static List<String> catalogue() throws IOException {
		try (InputStream file = new ClassPathResource("catalogue.csv").getInputStream()) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
				.skip(1)
				.map((line) -> line.split(","))
				.map((columns) -> columns[0] + " " + columns[3])
				.sorted()
				.toList();
		}
	}

}
