package orderly.lab.client;

import java.util.Optional;
import java.util.function.Supplier;

import orderly.lab.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "orders", mixinStandardHelpOptions = true, description = "Lists the newest orders.",
		footer = { "", "Exit codes: 0 fine; 1 refused; 2 wrong usage; 3 nothing answers." })
class ListOrders extends Query {

	@Option(names = "--limit", defaultValue = "20", description = "How many, 1 to 100 (default: ${DEFAULT-VALUE}).")
	private int limit;

	ListOrders(Supplier<Optional<Urls>> running) {
		super(running);
	}

	@Override
	public Integer call() {
		JsonNode list = where.gateway().ordersJson(limit);
		if (json) {
			print(list);
			return Exit.OK;
		}
		if (list.path("items").isEmpty()) {
			print("No orders yet. Place one: ./orderly place");
		}
		list.path("items").forEach(item -> print(line(Order.of(item))));
		return Exit.OK;
	}

	private static String line(Order order) {
		String placed = order.placedAt().replaceAll("(\\.\\d{3})\\d*", "$1");
		return "%s  %s  %-21s %-5s  %12s  %s".formatted(order.id(), placed, order.outcome(), order.checkout(),
				order.money(), order.basket());
	}

}
