package orderly.lab.client;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An order as the gateway shows it, version 1. */
public record Order(String id, String status, @Nullable String reason, String checkout, List<Line> lines,
		long totalMinor, String currency, String placedAt, String updatedAt) {

	/** One line of an order. */
	public record Line(String sku, String name, int quantity, long unitPriceMinor) {
	}

	static Order of(JsonNode json) {
		return Http.JSON.treeToValue(json, Order.class);
	}

	/** The orders of one page of a list. */
	public static List<Order> listed(JsonNode page) {
		return page.path("items").valueStream().map(Order::of).toList();
	}

	public boolean ended() {
		return !"PLACED".equals(status);
	}

	public boolean confirmed() {
		return "CONFIRMED".equals(status);
	}

	/** The state with its reason, as in {@code CANCELLED (DECLINED)}. */
	public String outcome() {
		return (reason == null) ? status : status + " (" + reason + ")";
	}

	String money() {
		return String.format("%d.%02d %s", totalMinor / 100, totalMinor % 100, currency);
	}

	String basket() {
		return String.join(", ", lines.stream().map(line -> line.sku() + " x" + line.quantity()).toList());
	}

}
