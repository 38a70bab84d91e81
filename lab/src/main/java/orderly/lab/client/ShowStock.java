package orderly.lab.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import orderly.lab.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(name = "stock", mixinStandardHelpOptions = true,
		description = "Shows the stock, or sets what is on the shelf of one sku.", footer = { "",
				"Exit codes: 0 fine; 1 refused, as for a sku that is not there; 2 wrong usage; 3 nothing answers." })
class ShowStock extends Query {

	@Parameters(arity = "0..1", paramLabel = "SKU|SKU=N", description = "One sku; with =N it is restocked to N pieces.")
	private String wish = "";

	ShowStock(Supplier<Optional<Urls>> running) {
		super(running);
	}

	@Override
	public Integer call() {
		List<Stock> stock = stock(where.gateway());
		if (json) {
			print(Http.JSON.writeValueAsString(Map.of("items", stock)));
			return Exit.OK;
		}
		print("%-10s %9s %6s %6s".formatted("SKU", "AVAILABLE", "HELD", "SOLD"));
		stock.forEach(
				each -> print("%-10s %9d %6d %6d".formatted(each.sku(), each.available(), each.held(), each.sold())));
		return Exit.OK;
	}

	private List<Stock> stock(Gateway gateway) {
		if (wish.isEmpty()) {
			return gateway.stock();
		}
		String[] parts = wish.split("=", 2);
		if (parts[0].isBlank()) {
			throw new ParameterException(this.spec.commandLine(), "Name a sku before the =, as in TEA-001=50.");
		}
		return List.of((parts.length == 1) ? gateway.stock(wish) : gateway.restock(parts[0], pieces(parts[1])));
	}

	private int pieces(String text) {
		if (!text.matches("\\d{1,9}")) {
			throw new ParameterException(this.spec.commandLine(),
					"SKU=N wants a whole number of pieces, not '" + text + "'.");
		}
		return Integer.parseInt(text);
	}

}
